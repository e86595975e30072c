import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { PaymentRow } from '#payments/journal/payment-row.ts';

/** About so many U.S. cards one wallet gets in a day (laso-api.md §2.5). Said by Laso to others, documented nowhere: never a reason to refuse. */
export const US_CARDS_A_DAY = 6;
const DAY_MS = 24 * 3_600_000;

interface Known {
  account: AccountId;
  cards: readonly Card[];
  rows: readonly Pick<PaymentRow, 'product' | 'payer' | 'state' | 'cardId' | 'history'>[];
  nowMs: number;
}

/** How many U.S. cards the account ordered in the last 24 hours, as far as its list and this browser's payments tell; each card once. */
export function usCardsOfTheDay({ account, cards, rows, nowMs }: Known): number {
  // Laso's clock may be ahead of ours, and ours is rounded down: what is a little in the future is of today.
  const isRecent = (atMs: number | null): boolean => atMs !== null && nowMs - atMs < DAY_MS;
  const listed = cards.filter(({ type, orderedAtMs }) => type === 'us' && isRecent(orderedAtMs));
  const ids = new Set(cards.map(({ id }) => id));
  const paid = rows.filter(
    ({ product, payer, state, cardId, history }) =>
      product.kind === 'us-card' &&
      accountIdOf(payer) === account &&
      state === 'delivered' &&
      !(cardId !== null && ids.has(cardId)) &&
      isRecent(history.find((step) => step.state === 'sent')?.atMs ?? null),
  );
  return listed.length + paid.length;
}
