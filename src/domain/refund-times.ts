import type { Card } from './card.ts';
import { dayOfWhen, newestFirst, type When } from './day.ts';
import { untimedCard, type FirstSeen } from './untimed.ts';

interface RefundTimes {
  /** It was requested by then: this device has seen it. Null: not seen before now. */
  byMs: number | null;
  /** Not before this: the card's last line, else its order. Null: nothing is known. */
  notBefore: When | null;
}

/**
 * Since when a refund waits: Laso's answers do not say, so there are two bounds. `last_updated_timestamp` is
 * none of them: it may be from before the request (a balance that was read) or from after it.
 */
export function refundTimes(card: Card, firstSeen: FirstSeen): RefundTimes {
  const key = untimedCard(card);
  const compare = newestFirst();
  const [newest] = [...card.transactions, ...card.unreadLines]
    .flatMap(({ when }) => when ?? [])
    .toSorted((a, b) => compare(a, b));
  const ordered: When | null = card.orderedAtMs === null ? null : { kind: 'instant', ms: card.orderedAtMs };
  return { byMs: key === null ? null : firstSeen(key), notBefore: newest ?? ordered };
}

/** For comparing: a plain day ends with its last moment in the reader's zone. */
export const endOfWhen = (when: When): number =>
  when.kind === 'instant' ? when.ms : new Date(`${dayOfWhen(when)}T23:59:59.999`).getTime();
