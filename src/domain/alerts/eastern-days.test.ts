import { afterEach, expect, test } from 'vitest';
import { accountIdOf } from '../account.ts';
import { testCard } from '#testing/card.ts';
import { DEFAULT_ALERT_RULES } from './alert-rules.ts';
import { alertsOf } from './alerts-of.ts';

const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');
const ZONE = process.env['TZ'];

afterEach(() => {
  if (ZONE === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ZONE;
});

/** What both day rules find, switched on a minute ago, about $300.00 that Laso dates this day. */
function found(day: string, nowMs: number): string[] {
  const purchase = {
    key: 'a',
    amountCents: 30_000,
    kind: 'purchase' as const,
    description: 'OPENAI',
    when: { kind: 'day' as const, day },
    status: null,
  };
  const rule = { on: true, sinceMs: nowMs - 60_000, limitCents: 20_000 };
  return alertsOf(
    { ...DEFAULT_ALERT_RULES, day: rule, 'merchant-day': rule },
    {
      accountId: ACCOUNT,
      us: { value: [testCard({ transactions: [purchase] })], atMs: nowMs },
      intl: { value: [], atMs: nowMs },
      balance: null,
      payments: [],
      nowMs,
    },
  ).flatMap((result) => result.found.map(({ kind }) => kind));
}

test('half past midnight in Berlin, Laso dates a purchase the evening before, and it is reported', () => {
  process.env['TZ'] = 'Europe/Berlin';
  const nowMs = Date.UTC(2026, 4, 3, 22, 30);
  expect(found('2026-05-04', nowMs)).toEqual(['day', 'merchant-day']);
  expect(found('2026-05-03', nowMs)).toEqual(['day', 'merchant-day']);
  expect(found('2026-05-02', nowMs)).toEqual([]);
});

test('ten in the evening in Los Angeles, Laso dates a purchase tomorrow, and it is reported', () => {
  process.env['TZ'] = 'America/Los_Angeles';
  const nowMs = Date.UTC(2026, 4, 4, 5);
  expect(found('2026-05-04', nowMs)).toEqual(['day', 'merchant-day']);
  expect(found('2026-05-05', nowMs)).toEqual([]);
});
