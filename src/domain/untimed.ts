import { answersTo, type Card } from './card.ts';
import type { Withdrawal } from './withdrawal.ts';

/**
 * A state that should end, without a start time from Laso: the key under which this device notes when it
 * first saw it. Null for what needs no note.
 */
export function untimedCard(card: Card): string | null {
  const { status, orderedAtMs } = card;
  // Of a refund Laso never says when it was requested (laso-api.md §4.1), whatever else it gives.
  const untimed =
    status === 'refund-requested' || ((status === 'pending' || status === 'queued') && orderedAtMs === null);
  return untimed ? `${status} ${card.queuedOrderCardId ?? card.id}` : null;
}

export const untimedWithdrawal = ({ id, state, requestedAtMs }: Withdrawal): string | null =>
  state === 'pending' && requestedAtMs === null ? `withdrawal ${id}` : null;

/** When this device first saw something in the state that it is in; null: not noted. */
export type FirstSeen = (key: string) => number | null;

/**
 * Whether a noted card is in another state now. A card missing from the list stays noted: the list may be
 * incomplete.
 */
export function isPast(cards: readonly Card[], key: string): boolean {
  const [status = '', ...id] = key.split(' ');
  const card = cards.find((one) => answersTo(one, id.join(' ')));
  return card !== undefined && card.status !== status;
}
