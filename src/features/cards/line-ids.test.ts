import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { When } from '#domain/day.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from '#domain/transaction.ts';
import { lineIds } from './line-ids.ts';

const day = (date: number): When => ({ kind: 'day', day: `2026-11-0${date}` });
const instant = (text: string): When => ({ kind: 'instant', ms: Date.parse(text) });
const line = (given: Partial<Transaction> = {}): Transaction => ({
  key: 'any',
  amountCents: 250,
  kind: 'purchase',
  description: 'SERPER.DEV',
  when: day(4),
  status: null,
  ...given,
});
const idsOf = (transactions: readonly Transaction[]): (string | undefined)[] => {
  const ids = lineIds(testCard({ transactions: [...transactions] }));
  return transactions.map((one) => ids.get(one));
};

test('equal lines are counted from the oldest: one more on top takes no id away', () => {
  const lines = [line(), line()];
  const before = idsOf(lines);
  expect(before[0]).toBe(`${before[1]}:2`);
  expect(idsOf([line(), ...lines]).slice(1)).toEqual(before);
});

test('whatever is added on top, the lines there before keep their ids, and no id comes twice', () => {
  const anyLine = fc
    .record({
      amountCents: fc.constantFrom(100, 250),
      kind: fc.constantFrom('purchase' as const, 'refund' as const),
      description: fc.constantFrom('A', 'B'),
      date: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom(null, 'pending', 'declined'),
    })
    .map(({ date, ...rest }) => line({ ...rest, when: day(date) }));
  fc.assert(
    fc.property(fc.array(anyLine), fc.array(anyLine), (older, newer) => {
      const after = idsOf([...newer, ...older]);
      expect(after.slice(newer.length)).toEqual(idsOf(older));
      expect(new Set(after).size).toBe(after.length);
    }),
    { numRuns: 1_000 },
  );
});

test('a status, a balance or a moment of the same day changes no id', () => {
  const [id] = idsOf([line()]);
  expect(idsOf([line({ status: 'settled' })])).toEqual([id]);
  // 9:12 in the evening in New York: the plain day that another edition writes.
  expect(idsOf([line({ when: instant('2026-11-05T02:12:00Z') })])).toEqual([id]);
  expect(idsOf([line({ when: day(5) })])).not.toEqual([id]);
});

test('moments decide who is older, whatever the order of the list is', () => {
  const [morning, noon] = [instant('2026-11-04T14:00:00Z'), instant('2026-11-04T17:00:00Z')];
  const [first, second] = [line({ when: morning }), line({ when: noon })];
  expect(idsOf([first, second])).toEqual(idsOf([second, first]).toReversed());
});

test('an id is a plain word, whatever Laso calls its cards', () => {
  const strange = testCard({ id: '=ISS/77, "#1?"\ud83c', transactions: [line()] });
  expect([...lineIds(strange).values()][0]).toMatch(/^line:[\w%.-]+:2026-11-04:purchase:250:\w+$/);
});

test('unread lines have ids too, each its own', () => {
  const unread = (key: string) => ({ key, when: null, text: 'amount “12,50”' });
  const ids = [...lineIds(testCard({ unreadLines: [unread('a'), unread('b')] })).values()];
  expect(new Set(ids).size).toBe(2);
  expect(ids.join()).toMatch(/^unread:card_1:/);
});
