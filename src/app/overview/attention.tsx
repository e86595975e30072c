import { useMemo, useState } from 'react';
import { readRefreshes, refreshAllowance } from '#features/cards/detail/refresh-limits.ts';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { findSignals, mostUrgentFirst, thresholdsOf } from '#features/overview/find-signals.ts';
import { NeedsAttention } from '#features/overview/needs-attention.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#session/laso-context.ts';
import { orderAlertCents } from '#storage/order-alert.ts';
import { usePreferences } from '#storage/preferences.ts';
import { lazyPart } from '#ui/lazy-part.tsx';
import { useNow } from '#ui/use-now.ts';
import { knownPayments } from '../watch/known-payments.ts';
import type { MoreFound } from './more-signals.tsx';
import { LazyOpenTransfers } from './lazy-open-transfers.tsx';
import { SignalAction } from './signal-action.tsx';

const Evidence = lazyPart('The evidence', () => import('./evidence.tsx').then((module) => module.Evidence));
const MoreSignals = lazyPart('What is late', () =>
  import('./more-signals.tsx').then((module) => module.MoreSignals),
);

/** The signals of every account on screen, from its cards, its withdrawals and what this browser keeps. */
export function Attention({ all }: { all: ReturnType<typeof useAllCards> }) {
  const { cards, isReady, incomplete } = all;
  const unread = [...all.missing, ...all.unlisted];
  const accounts = useAccounts();
  const changed = usePreferences((preferences) => preferences.thresholds);
  const orderAlert = orderAlertCents();
  const thresholds = useMemo(() => thresholdsOf(changed, orderAlert), [changed, orderAlert]);
  const { data: entries, isError } = usePayments();
  const [more, setMore] = useState<MoreFound | null>(null);
  const nowMs = useNow(60_000);
  const found = useMemo(
    () =>
      findSignals({
        accounts: accounts.map(({ account }) => account),
        cards,
        incomplete,
        payments: knownPayments(entries ?? []),
        thresholds,
        nowMs,
        refreshesLeft: (cardId) => refreshAllowance(readRefreshes(cardId), nowMs).leftToday,
      }),
    [accounts, cards, incomplete, entries, thresholds, nowMs],
  );
  return (
    <div>
      <LazyOpenTransfers />
      <MoreSignals cards={cards} incomplete={incomplete} thresholds={thresholds} onFound={setMore} />
      <NeedsAttention
        found={mostUrgentFirst(more?.found ?? [], found)}
        unread={[...unread, ...(isError ? ['the payments of this browser'] : []), ...(more?.unread ?? [])]}
        isPartial={unread.length > 0}
        hasLooked={isReady}
        isLooking={more === null || more.isPending}
        renderAction={({ signal }) => <SignalAction signal={signal} />}
        renderEvidence={(one) => <Evidence {...one} cards={cards} thresholds={thresholds} />}
      />
    </div>
  );
}
