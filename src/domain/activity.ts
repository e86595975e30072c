import type { AccountId } from './account.ts';
import type { BookEntry } from './book-entry.ts';
import { clockOf, compareDays, dayOfWhen, type When } from './day.ts';
import { isMoment } from './moment.ts';
import { searchText } from './search-text.ts';

export type ActivityKind =
  | 'order'
  | 'purchase'
  | 'refund'
  /** A line of a card that could not be read: no amount, its own text as the title. */
  | 'unread'
  | 'gift-card'
  | 'transfer'
  | 'withdrawal'
  | 'sign-in'
  | 'reveal'
  | 'payment';

/**
 * One line of the activity feed (product.md §9). Each product makes its own lines
 * (`features/<noun>/activity.ts`); the feed only sorts, filters and exports. Never a card number, a code or a
 * link worth money.
 */
export interface ActivityItem {
  /**
   * Made by `rowId`. It is unique over all sources and the same on every read, device and export, so an
   * import recognizes a line it has already. It holds nothing that can change later, such as a status. Where
   * no books are kept (`activityOf`), lines of cards have the key of this visit.
   */
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
  /** What it is in the books of an export; null for what is about no money, such as a sign-in or a reveal. */
  booked: BookEntry | null;
}

/** Newest first, undated last. Days are worked out once an item: a feed has tens of thousands. */
export function newestFirstActivity(items: readonly ActivityItem[], timeZone?: string): ActivityItem[] {
  return items
    .map((item) => ({
      item,
      day: item.when ? dayOfWhen(item.when, timeZone) : '',
      ms: item.when?.kind === 'instant' && isMoment(item.when.ms) ? item.when.ms : 0,
      clock: clockOf(item.when),
    }))
    .toSorted((a, b) => compareDays(b.day, a.day) || b.ms - a.ms || compareDays(b.clock, a.clock))
    .map(({ item }) => item);
}

/** Everything that a search may match. */
export const activityText = (item: ActivityItem): string =>
  searchText(
    [item.title, item.detail, item.status, item.kind, item.when ? dayOfWhen(item.when) : ''].join(' '),
  );
