import type { Signal } from '#domain/signals/signal.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { paths } from '#config/paths.ts';

/** The page where something can be done about a signal, for those that have one. */
export function SignalAction({ signal: { kind, cardIds } }: { signal: Signal }) {
  const [card] = cardIds;
  switch (kind) {
    case 'late-card':
    case 'late-order':
    case 'late-refund':
      return (
        card !== undefined && (
          <ButtonLink size="small" variant="quiet" to={paths.card(card)}>
            Open the card
          </ButtonLink>
        )
      );
    case 'late-withdrawal':
    case 'open-withdrawal':
      return (
        <ButtonLink size="small" variant="quiet" to={paths.balance}>
          Open Balance
        </ButtonLink>
      );
    default:
      return null;
  }
}
