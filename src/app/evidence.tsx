import type { Card } from '#domain/card.ts';
import type { Signal, SignalThresholds } from '#domain/signals/signal.ts';
import { cardName } from '#features/cards/card-words.ts';
import { TransactionAmount } from '#features/cards/transaction-amount.tsx';
import { SignalEvidence } from '#features/overview/signal-evidence.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { paths } from './paths.ts';

interface EvidenceProps {
  signal: Signal;
  cards: readonly Card[];
  thresholds: SignalThresholds;
}

/** What a signal rests on: fetched by who asks for it. */
export const Evidence = ({ signal, cards, thresholds }: EvidenceProps) => (
  <SignalEvidence
    signal={signal}
    thresholds={thresholds}
    cardsById={new Map(cards.map((card) => [card.id, card]))}
    renderCard={(card) => <TextLink to={paths.card(card.id)}>{cardName(card)}</TextLink>}
    renderAmount={(transaction) => <TransactionAmount transaction={transaction} />}
    payments={<TextLink to={paths.payments}>Open Payments</TextLink>}
  />
);
