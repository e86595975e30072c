import type { ActivityItem } from '#domain/activity.ts';
import { isoTime } from '#domain/moment.ts';
import { exportRow } from './export-row.ts';

/** For programs: everything, also what is about no money; times as the source had them. Amounts in books are as in the CSV, decimals as text. */
export const activityJson = (items: readonly ActivityItem[]): string =>
  JSON.stringify(items.map(entryOf), null, 2);

function entryOf(item: ActivityItem) {
  const { key, href: _href, booked: _booked, when, ...rest } = item;
  const row = exportRow(item);
  return {
    id: key,
    time: when === null ? null : when.kind === 'day' ? when.day : isoTime(when.ms),
    ...rest,
    book: row?.book ?? null,
    cardId: row?.card_id || null,
    amount: row?.amount || null,
    currency: row?.currency || null,
    fee: row?.fee || null,
    transaction: row?.transaction || null,
  };
}
