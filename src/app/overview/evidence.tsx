import { useConfig } from '#config/config-context.ts';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { Signal, SignalThresholds } from '#domain/signals/signal.ts';
import { supportLines } from '#domain/support-case.ts';
import { cardName } from '#features/cards/card-words.ts';
import { TransactionAmount } from '#features/cards/detail/transaction-amount.tsx';
import { SignalEvidence } from '#features/overview/signal-evidence.tsx';
import { SupportRequest } from '#ui/support-request.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { paths } from '#config/paths.ts';

interface EvidenceProps {
  account: AccountId;
  signal: Signal;
  cards: readonly Card[];
  thresholds: SignalThresholds;
}

/** What a signal rests on: fetched by who asks for it. */
export function Evidence({ account, signal, cards, thresholds }: EvidenceProps) {
  const { supportEmail } = useConfig();
  const { support } = signal;
  return (
    <SignalEvidence
      signal={signal}
      thresholds={thresholds}
      cardsById={new Map(cards.map((card) => [card.id, card]))}
      renderCard={(card) => <TextLink to={paths.card(card.id)}>{cardName(card)}</TextLink>}
      renderAmount={(transaction) => <TransactionAmount transaction={transaction} />}
      payments={<TextLink to={paths.payments}>Open Payments</TextLink>}
      support={
        support && (
          <SupportRequest supportEmail={supportEmail} text={supportLines(support, account).join('\n')} />
        )
      }
    />
  );
}
