import type { AccountId } from '#domain/account.ts';
import { dayOfWhen } from '#domain/day.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { isoTime } from '#domain/moment.ts';

const COLUMNS = ['Time', 'Account', 'Kind', 'What', 'Detail', 'Status', 'Direction', 'Amount (USD)'] as const;

/**
 * RFC 4180, with a byte order mark for spreadsheets. Text that a spreadsheet would run as a formula gets an apostrophe before it (lessons.md S29,
 * OWASP "CSV injection"); amounts are plain decimals, negative for what went out. What moved no money, such as a
 * declined payment, has its amount as on screen and no direction: sums leave it out. Items hold no card number and no code.
 */
export function activityCsv(items: readonly ActivityItem[], nameOf: (account: AccountId) => string): string {
  const rows = items.map((item) => [
    timeOf(item),
    text(nameOf(item.accountId)),
    item.kind,
    text(item.title),
    text(item.detail ?? ''),
    text(item.status ?? ''),
    item.direction ?? '',
    item.amountCents === null ? '' : decimal(item.amountCents, item.direction),
  ]);
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** The same for programs: amounts in cents, times as the source had them. */
export const activityJson = (items: readonly ActivityItem[]): string =>
  JSON.stringify(
    items.map(({ key: _key, href: _href, when, ...item }) => ({
      time: when === null ? null : when.kind === 'day' ? when.day : isoTime(when.ms),
      ...item,
    })),
    null,
    2,
  );

const timeOf = ({ when }: ActivityItem): string =>
  when === null ? '' : when.kind === 'day' ? dayOfWhen(when) : (isoTime(when.ms) ?? '');

function decimal(cents: number, direction: ActivityItem['direction']): string {
  const whole = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  return direction === 'out' && cents > 0 ? `-${whole}` : whole;
}

/** A formula starts with = + - @, a tab or a line break; spaces before it do not save anybody. */
const text = (value: string): string => (/^[\s]*[=+\-@\t\r\n]|^[\t\r\n]/.test(value) ? `'${value}` : value);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
