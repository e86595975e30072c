import { useMemo } from 'react';
import type { ActivityItem } from '#domain/activity.ts';
import { ActivityList } from '#features/activity/activity-list.tsx';
import { useAllWithdrawn } from '#features/balance/use-all-withdrawn.ts';
import { CardList } from '#features/cards/list/card-list.tsx';
import { newestCardFirst } from '#features/cards/card-words.ts';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { useWalletsHeld } from '#features/chain-check/use-wallets-held.ts';
import { Exposure } from '#features/overview/exposure.tsx';
import { explainError } from '#laso/explain-error.ts';
import { useAccounts } from '#session/laso-context.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { ChainCheckPrompt } from './chain-check-prompt.tsx';
import { paths } from '#config/paths.ts';
import { useActivity } from '../pages/use-activity.ts';

const SHOWN_CARDS = 8;
const SHOWN_ACTIVITY = 9;

interface OverviewListsProps {
  all: ReturnType<typeof useAllCards>;
  leftCents: number | null;
  balanceCents: number | null;
}

/** Cards, newest activity and what could still be spent: below the fold, and fetched when somebody comes near. */
export function OverviewLists({ all, leftCents, balanceCents }: OverviewListsProps) {
  const { cards, isReady } = all;
  const missing = [...all.missing, ...all.unlisted];
  const accounts = useAccounts();
  const looks = usePreferences((preferences) => preferences.accounts);
  const wallets = useWalletsHeld(accounts.map(({ account }) => account));
  const withdrawn = useAllWithdrawn();
  const { items } = useActivity(all);
  const newest = useMemo(() => items.filter(isAgents).slice(0, SHOWN_ACTIVITY), [items]);
  return (
    <>
      <div className="grid gap-10 lg:grid-cols-2">
        <Panel
          title="Cards"
          actions={
            <TextLink to={paths.cards}>
              {isReady && missing.length === 0 ? `All ${cards.length} cards` : 'All cards'}
            </TextLink>
          }
        >
          {cards.length > 0 && <CardList cards={cards.toSorted(newestCardFirst).slice(0, SHOWN_CARDS)} />}
          {isReady && cards.length === 0 && missing.length === 0 && (
            <EmptyState title="No cards yet">Cards your agent buys appear here automatically.</EmptyState>
          )}
          {!isReady && <NotRead />}
        </Panel>
        <Panel title="Newest activity" actions={<TextLink to={paths.activity}>All activity</TextLink>}>
          {isReady || newest.length > 0 ? <ActivityList items={newest} /> : <NotRead />}
          {newest.length > 0 && missing.length > 0 && (
            <p className="py-4 text-sm text-muted">{`Not counting ${missing.join(' and ')}, which could not be read.`}</p>
          )}
        </Panel>
      </div>
      <Panel title="What could still be spent">
        <Exposure
          leftCents={leftCents}
          missing={missing}
          balanceCents={balanceCents}
          withdrawnCents={withdrawn.withdrawnCents}
          withdrawnReason={withdrawn.problem ? explainError(withdrawn.problem.error).title : 'Loading'}
          wallets={wallets}
          balanceLink={<TextLink to={paths.balance}>Open the balance.</TextLink>}
        />
      </Panel>
      {accounts.map(({ account }) => (
        <ChainCheckPrompt
          key={account}
          account={account}
          name={accounts.length > 1 ? labelOf(looks, account).name : undefined}
          cards={cards}
          missing={missing}
        />
      ))}
    </>
  );
}

/** What was bought and paid; that somebody signed in or looked at a number is in the whole list. */
const isAgents = ({ kind }: ActivityItem): boolean => kind !== 'sign-in' && kind !== 'reveal';

/** The reason is at the top of the page. */
const NotRead = () => <p className="border-t border-hairline py-4 text-muted">Could not be read.</p>;
