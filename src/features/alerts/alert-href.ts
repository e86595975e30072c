import type { Alert } from '#domain/alerts/alert.ts';
import { paths } from '#config/paths.ts';

/** The page with an alert's evidence. */
export function alertHref({ kind, cardId }: Pick<Alert, 'kind' | 'cardId'>): string {
  if (cardId !== null) return paths.card(cardId);
  switch (kind) {
    case 'payment':
      return paths.payments;
    case 'low-balance':
      return paths.balance;
    case 'day':
    case 'merchant-day':
      return paths.activity;
    default:
      return paths.cards;
  }
}
