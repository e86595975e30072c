import { useMemo } from 'react';
import { readRefreshes, refreshAllowance } from '#features/cards/refresh-limits.ts';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { findSignals, thresholdsOf } from '#features/overview/find-signals.ts';
import { NeedsAttention } from '#features/overview/needs-attention.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#laso/laso-context.ts';
import { lookOf } from '#storage/account-look.ts';
import { orderAlertCents } from '#storage/order-alert.ts';
import { usePreferences } from '#storage/preferences.ts';
import { AccountMark } from '#ui/account-mark.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { useNow } from '#ui/use-now.ts';
import { knownPayments } from './known-payments.ts';
import { OpenTransfersDoor } from './open-transfers-door.tsx';

const Evidence = lazyPart('The evidence', () => import('./evidence.tsx').then((module) => module.Evidence));

/** The signals of every account on screen, from its cards and the payments of this browser. */
export function Attention({ all }: { all: ReturnType<typeof useAllCards> }) {
  const { cards, isReady, incomplete } = all;
  const unread = [...all.missing, ...all.unlisted];
  const accounts = useAccounts();
  const { accounts: looks, thresholds: changed } = usePreferences();
  const orderAlert = orderAlertCents();
  const thresholds = useMemo(() => thresholdsOf(changed, orderAlert), [changed, orderAlert]);
  const { data: entries, isError } = usePayments();
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
      <OpenTransfersDoor />
      <NeedsAttention
        found={found}
        unread={isError ? [...unread, 'the payments of this browser'] : unread}
        hasLooked={isReady}
        renderAccount={
          accounts.length > 1 ? (account) => <AccountMark {...lookOf(looks, account)} quiet /> : null
        }
        renderEvidence={({ signal }) => <Evidence signal={signal} cards={cards} thresholds={thresholds} />}
      />
    </div>
  );
}
