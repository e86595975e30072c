import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { parseCsv } from '#testing/parse-csv.ts';
import { activityCsv, activityJson } from './export-csv.ts';

const item = (given: Partial<ActivityItem> = {}): ActivityItem => ({
  key: 'k',
  accountId: accountIdOf('0xaa'),
  kind: 'purchase',
  when: { kind: 'day', day: '2026-01-15' },
  title: 'Shop',
  detail: '•••• 4242',
  amountCents: 1250,
  direction: 'out',
  status: null,
  href: '/cards/c',
  ...given,
});

test('a row holds day, account, kind, names and the amount with its sign', () => {
  expect(parseCsv(activityCsv([item()], () => 'Research'))[1]).toEqual([
    '2026-01-15',
    'Research',
    'purchase',
    'Shop',
    '•••• 4242',
    '',
    'out',
    '-12.50',
  ]);
});

test('what came in is positive; what moved no money has its amount, as on screen, and no direction', () => {
  const declined = item({ direction: null, status: 'declined' });
  const items = [item({ direction: 'in' }), declined, item({ amountCents: 5 }), item({ amountCents: null })];
  const amounts = parseCsv(activityCsv(items, String)).map((row) => [row[6], row[7]]);
  expect(amounts.slice(1)).toEqual([
    ['in', '12.50'],
    ['', '12.50'],
    ['out', '-0.05'],
    ['out', ''],
  ]);
});

test('text that a spreadsheet would run is inert', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1+1', '\n=cmd'])
    expect(parseCsv(activityCsv([item({ title })], String))[1]?.[3]).toBe(`'${title}`);
});

test('whatever a merchant is called, the file has one row for it and gives the name back', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, status) => {
      const rows = parseCsv(activityCsv([item({ title, status })], String));
      expect(rows).toHaveLength(2);
      expect(rows[1]).toHaveLength(8);
      expect(rows[1]?.[3]?.replace(/^'/, '')).toBe(title.replace(/^'/, ''));
      expect(rows[1]?.[3]).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

test('JSON has cents and no path of this app', () => {
  expect(JSON.parse(activityJson([item()]))).toEqual([
    {
      time: '2026-01-15',
      accountId: '0xaa',
      kind: 'purchase',
      title: 'Shop',
      detail: '•••• 4242',
      amountCents: 1250,
      direction: 'out',
      status: null,
    },
  ]);
});
