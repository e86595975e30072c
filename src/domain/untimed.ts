import { answersTo, type Card } from './card.ts';
import type { Withdrawal } from './withdrawal.ts';

/**
 * A state that is to end, of which Laso does not say since when: what this device notes then, the first time it sees it. Null for what needs no
 * note.
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

/** A note of a card that is in another state by now. What the list does not have stays noted: it may be read in part. */
export function isPast(cards: readonly Card[], key: string): boolean {
  const [status = '', ...id] = key.split(' ');
  const card = cards.find((one) => answersTo(one, id.join(' ')));
  return card !== undefined && card.status !== status;
}
