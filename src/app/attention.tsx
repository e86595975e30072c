import { useMemo } from 'react';
import type { Card } from '#domain/card.ts';
import { cardName } from '#features/cards/card-words.ts';
import { readRefreshes, refreshAllowance } from '#features/cards/refresh-limits.ts';
import { TransactionAmount } from '#features/cards/transaction-amount.tsx';
import { findSignals } from '#features/overview/find-signals.ts';
import { NeedsAttention } from '#features/overview/needs-attention.tsx';
import { SignalEvidence } from '#features/overview/signal-evidence.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { useAccounts } from '#laso/laso-context.ts';
import { lookOf } from '#storage/account-look.ts';
import { usePreferences } from '#storage/preferences.ts';
import { AccountMark } from '#ui/account-mark.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { useNow } from '#ui/use-now.ts';
import { knownPayments } from './known-payments.ts';
import { OpenTransfersDoor } from './open-transfers-door.tsx';
import { paths } from './paths.ts';

/** The signals of every account on screen, from its cards and the payments of this browser. */
export function Attention({ cards }: { cards: readonly Card[] }) {
  const accounts = useAccounts();
  const { accounts: looks, thresholds } = usePreferences();
  const { data: entries } = usePayments();
  const nowMs = useNow(60_000);
  const cardsById = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const found = useMemo(
    () =>
      findSignals({
        accounts: accounts.map(({ account }) => account),
        cards,
        payments: knownPayments(entries ?? []),
        thresholds,
        nowMs,
        refreshesLeft: (cardId) => refreshAllowance(readRefreshes(cardId), nowMs).leftToday,
      }),
    [accounts, cards, entries, thresholds, nowMs],
  );
  return (
    <div>
      <OpenTransfersDoor />
      <NeedsAttention
        found={found}
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
    </div>
  );
}
