import { expect, test } from 'vitest';
import { testActivity } from '#testing/activity.ts';
import { exportName } from './export-name.ts';

const on = (day: string) => testActivity({ when: { kind: 'day', day } });
const of = { items: [on('2026-11-09'), testActivity({ when: null }), on('2026-11-02')], from: '', to: '' };

test('the file says whose it is, of which days, and the time zone of its dates', () => {
  expect(exportName('csv', { ...of, account: 'Research' }, 'Europe/Berlin')).toBe(
    'laso-activity-Research-2026-11-02-to-2026-11-09-Europe-Berlin.csv',
  );
  const november = { ...of, account: null, from: '2026-11-01', to: '2026-11-30' };
  expect(exportName('csv', november, 'America/Argentina/Buenos_Aires')).toBe(
    'laso-activity-all-accounts-2026-11-01-to-2026-11-30-America-Argentina-Buenos_Aires.csv',
  );
  expect(exportName('csv', { ...of, account: null }, 'Etc/GMT+5')).toContain('-Etc-GMT+5.csv');
  expect(exportName('json', november)).toBe('laso-activity-all-accounts-2026-11-01-to-2026-11-30.json');
});

test('a name is cut to what every file system takes', () => {
  const named = (account: string) => exportName('json', { ...of, account });
  expect(named('../Größe: “A/B”')).toBe('laso-activity-Größe-A-B-2026-11-02-to-2026-11-09.json');
  expect(named('0x9965…a4dc')).toContain('laso-activity-0x9965-a4dc-2026');
  expect(named('…')).toContain('laso-activity-account-2026');
  expect(named('W'.repeat(300)).length).toBeLessThan(100);
});

test('without any day it is undated', () => {
  expect(exportName('json', { ...of, items: [testActivity({ when: null })], account: null })).toBe(
    'laso-activity-all-accounts-undated.json',
  );
});
