import type { AccountId } from './account.ts';
import { dayOfWhen, newestFirst, type When } from './day.ts';

export type ActivityKind =
  | 'order'
  | 'purchase'
  | 'refund'
  | 'gift-card'
  | 'transfer'
  | 'withdrawal'
  | 'sign-in'
  | 'reveal'
  | 'payment';

/**
 * One line of the activity feed (product.md §9). Each product makes its own from what it knows (`features/<noun>/activity.ts`); the feed only
 * sorts, filters and exports. Never a card number, a code or a link worth money.
 */
export interface ActivityItem {
  /** The same on every read, and unique over all sources: "card-transaction <card> <key>". */
  key: string;
  accountId: AccountId;
  kind: ActivityKind;
  when: When | null;
  /** What happened, in a few words: a merchant's name, "U.S. card ordered". */
  title: string;
  /** What it belongs to, in a few words: "•••• 4242", an explorer's transaction. */
  detail: string | null;
  /** Never negative; null where no money moved. */
  amountCents: number | null;
  /** `in` came (back) to the owner, `out` left. */
  direction: 'in' | 'out' | null;
  /** The status word on screen, where there is one. */
  status: string | null;
  /** The page with the evidence, a path of this app. */
  href: string | null;
}

/** For `sort`: newest first, undated last. */
export function newestActivityFirst(timeZone?: string): (a: ActivityItem, b: ActivityItem) => number {
  const compare = newestFirst(timeZone);
  return (a, b) => compare(a.when, b.when);
}

/** Everything that somebody may search for, in lower case. */
export const activityText = (item: ActivityItem): string =>
  [item.title, item.detail, item.status, item.kind, item.when ? dayOfWhen(item.when) : '']
    .join(' ')
    .toLowerCase();
