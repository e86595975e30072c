import { useMemo } from 'react';
import { cardName } from '#features/cards/card-words.ts';
import { readRefreshes, refreshAllowance } from '#features/cards/refresh-limits.ts';
import { TransactionAmount } from '#features/cards/transaction-amount.tsx';
import type { useAllCards } from '#features/cards/use-all-cards.ts';
import { findSignals } from '#features/overview/find-signals.ts';
import { NeedsAttention } from '#features/overview/needs-attention.tsx';
import { SignalEvidence } from '#features/overview/signal-evidence.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#laso/laso-context.ts';
import { lookOf } from '#storage/account-look.ts';
import { useAlerts } from '#storage/alerts.ts';
import { usePreferences } from '#storage/preferences.ts';
import { AccountMark } from '#ui/account-mark.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { useNow } from '#ui/use-now.ts';
import { knownPayments } from './known-payments.ts';
import { paths } from './paths.ts';

/** The signals of every account on screen, from its cards and the payments of this browser. */
export function Attention({ all }: { all: ReturnType<typeof useAllCards> }) {
  const { cards, isReady, missing, incomplete } = all;
  const accounts = useAccounts();
  const { accounts: looks, thresholds } = usePreferences();
  const orderAlert = useAlerts(({ rules }) => rules.order);
  const { data: entries, isError } = usePayments();
  const nowMs = useNow(60_000);
  const cardsById = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const found = useMemo(
    () =>
      findSignals({
        accounts: accounts.map(({ account }) => account),
        cards,
        incomplete,
        payments: knownPayments(entries ?? []),
        thresholds,
        orderAlertCents: orderAlert.on ? orderAlert.limitCents : null,
        nowMs,
        refreshesLeft: (cardId) => refreshAllowance(readRefreshes(cardId), nowMs).leftToday,
      }),
    [accounts, cards, incomplete, entries, thresholds, orderAlert, nowMs],
  );
  return (
    <NeedsAttention
      found={found}
      unread={isError ? [...missing, 'the payments of this browser'] : missing}
      hasLooked={isReady}
      renderAccount={
        accounts.length > 1 ? (account) => <AccountMark {...lookOf(looks, account)} quiet /> : null
      }
      renderEvidence={({ signal }) => (
        <SignalEvidence
          signal={signal}
          cardsById={cardsById}
          renderCard={(card) => <TextLink to={paths.card(card.id)}>{cardName(card)}</TextLink>}
          renderAmount={(transaction) => <TransactionAmount transaction={transaction} />}
          payments={<TextLink to={paths.payments}>Open Payments</TextLink>}
        />
      )}
    />
  );
}
