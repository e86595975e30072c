import type { ActivityItem } from '#domain/activity.ts';
import { dayOfWhen } from '#domain/day.ts';

interface ExportOf {
  items: readonly ActivityItem[];
  /** The local name of the one account in it; null for several. */
  account: string | null;
  /** Days chosen on screen; empty where it goes as far as there is anything. */
  from: string;
  to: string;
}

/** "laso-activity-research-2026-11-01-to-2026-11-30-Europe-Berlin.csv": whose, which days, and the time zone of its dates. */
export function exportName(ending: 'csv' | 'json', of: ExportOf, timeZone = zoneOfReader()): string {
  const days = of.items.flatMap(({ when }) => (when ? dayOfWhen(when) || [] : [])).toSorted();
  const from = of.from || days[0];
  const to = of.to || days.at(-1);
  return [
    'laso-activity',
    of.account === null ? 'all-accounts' : fileWord(of.account) || 'account',
    from && to ? `${from}-to-${to}` : 'undated',
    // Times in JSON are of no zone.
    ...(ending === 'csv' ? [fileWord(timeZone)] : []),
  ]
    .join('-')
    .concat('.', ending);
}

/** "Europe/Berlin". */
const zoneOfReader = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone || 'local time';

/** Letters and digits of any language, and what no file system minds. */
const fileWord = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}+_]+/gu, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
