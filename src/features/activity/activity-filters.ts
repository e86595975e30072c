import { activityText, type ActivityItem, type ActivityKind } from '#domain/activity.ts';
import { dayOfWhen } from '#domain/day.ts';
import { searchWords } from '#domain/search-text.ts';

/** As they stand in the address; an empty one filters nothing. */
export interface ActivityFilters extends Record<string, string> {
  q: string;
  kind: string;
  account: string;
  from: string;
  to: string;
  /** "yes": only what is new since the last visit. */
  new: string;
}

export const NO_FILTERS: ActivityFilters = { q: '', kind: '', account: '', from: '', to: '', new: '' };

export const KIND_NAMES: Record<ActivityKind, string> = {
  order: 'Orders',
  purchase: 'Purchases',
  refund: 'Refunds',
  unread: 'Lines that could not be read',
  'gift-card': 'Gift cards',
  transfer: 'Transfers',
  withdrawal: 'Withdrawals',
  payment: 'Payments from this browser',
  'sign-in': 'Sign-ins',
  reveal: 'Card reveals and copies',
};

const texts = new WeakMap<ActivityItem, string>();

function textOf(item: ActivityItem): string {
  const known = texts.get(item);
  if (known !== undefined) return known;
  const text = activityText(item);
  texts.set(item, text);
  return text;
}

export function filterActivity(
  items: readonly ActivityItem[],
  filters: ActivityFilters,
  isNew: (item: ActivityItem) => boolean,
): ActivityItem[] {
  const words = searchWords(filters.q);
  return items.filter((item) => {
    if (filters.kind && item.kind !== filters.kind) return false;
    if (filters.account && item.accountId !== filters.account) return false;
    if (filters.from || filters.to) {
      if (!item.when) return false;
      const day = dayOfWhen(item.when);
      if ((filters.from && day < filters.from) || (filters.to && day > filters.to)) return false;
    }
    if (filters.new && !isNew(item)) return false;
    return words.every((word) => textOf(item).includes(word));
  });
}
