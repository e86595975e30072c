import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import type { Card } from '#domain/card.ts';
import { lastDays, spendByMerchant, spendIn } from '#domain/period.ts';
import { periodTotals, totalsSoFar } from '#domain/period-totals.ts';
import { spentOnCard, totalsOf } from '#domain/spend.ts';
import { bendings, bent } from '#testing/bend-answer.ts';
import { cardDataSchema, cardOf } from './card-data.ts';
import { readLines } from './card-lines.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import { unreadText } from './unread-line.ts';
import {
  amountAs,
  FIRST_DAY,
  isoDay,
  lineAs,
  styles,
  worlds,
  type Style,
  type World,
} from '#testing/laso-worlds.ts';

const CASES = 10_000;
const PAN = '4111111111111111';

interface Way {
  load: 'none' | 'worded' | 'by amount';
  oldestFirst: boolean;
  card: Style;
  lines: readonly Style[];
}
const ways: fc.Arbitrary<Way> = fc.record({
  load: fc.constantFrom('none', 'worded', 'by amount'),
  oldestFirst: fc.boolean(),
  card: styles,
  lines: fc.array(styles, { minLength: 9, maxLength: 9 }),
});

const spentIn = ({ lines }: World): number =>
  lines.reduce((sum, { kind, cents }) => sum + (kind === 'purchase' ? cents : -cents), 0);

/** As documented: numbers, plain days, newest first, no load. */
const plain = ({ usdAmountCents, lines }: World): Record<string, unknown> => ({
  card_id: 'one',
  card_type: 'Non-Reloadable U.S.',
  status: 'ready',
  usd_amount: usdAmountCents / 100,
  card_details: {
    card_number: PAN,
    available_balance: (usdAmountCents - spentIn({ usdAmountCents, lines })) / 100,
  },
  transactions: lines.toReversed().map(({ cents, kind, merchant, day, dated }) => ({
    amount: cents / 100,
    date: dated ? day : null,
    description: merchant,
    is_credit: kind === 'refund',
  })),
});

/**
 * Without dates and without its wording a load in a list of unknown order looks like a refund: nothing
 * distinguishes them.
 */
const allDated = ({ lines, ...card }: World): World => ({
  ...card,
  lines: lines.map((line) => ({ ...line, dated: true })),
});

function written(world: World, way: Way): Record<string, unknown> {
  const { usdAmountCents } = world;
  const style = (at: number): Style => way.lines[at] ?? way.card;
  const lines = world.lines.map((line, at) => lineAs(line, style(at)));
  const load = lineAs(
    {
      cents: usdAmountCents,
      kind: 'refund',
      merchant: way.load === 'worded' ? 'wegiftusd - 70415520931' : 'CARD ACTIVATION',
      day: isoDay(FIRST_DAY),
      minute: 552,
      dated: true,
    },
    way.card,
  );
  const oldestFirst = way.load === 'none' ? lines : [load, ...lines];
  const left = usdAmountCents - spentIn(world);
  return {
    ...plain(world),
    usd_amount: amountAs(usdAmountCents, false, way.card),
    card_details: { card_number: PAN, available_balance: amountAs(left, false, style(8)) },
    transactions: way.oldestFirst ? oldestFirst : oldestFirst.toReversed(),
  };
}

function read(entry: unknown): Card {
  const parsed = z.safeParse(cardDataSchema, entry);
  const card = parsed.success ? cardOf(parsed.data, 'us', ACCOUNT) : null;
  if (!card) throw new Error('no card');
  return card;
}

const figures = (card: Card) => {
  const periods = ['2026-09-05', '2026-09-12', '2026-10-30'].map((day) => lastDays(day, 7));
  return {
    totals: totalsOf([card]),
    soFar: totalsSoFar([card]),
    periods: periods.map((period) => periodTotals([card], spendIn([card], period, 'UTC'), period, 'UTC')),
    merchants: spendByMerchant(spendIn([card], lastDays('2026-12-31', 200), 'UTC'))
      .map(({ key, spentCents, count }) => [key, spentCents, count].join(' '))
      .toSorted(),
  };
};

test('any mix of the shapes gives the same totals as the plain numbers it was made from', () => {
  let loads = 0;
  fc.assert(
    fc.property(worlds, ways, (any, way) => {
      const world = way.load === 'by amount' ? allDated(any) : any;
      const card = read(written(world, way));
      expect(card.unreadLines).toEqual([]);
      expect(spentOnCard(card)).toBe(spentIn(world));
      expect(figures(card)).toEqual(figures(read(plain(world))));
      expect(totalsOf([card])).toMatchObject({ spentCents: spentIn(world), unexplainedCents: 0 });
      const found = card.transactions.filter(({ kind }) => kind === 'load').length;
      expect(found).toBe(way.load === 'none' ? 0 : 1);
      loads += found;
    }),
    { numRuns: CASES },
  );
  expect(loads).toBeGreaterThan(CASES / 3);
}, 60_000);

test('bent lines are read or counted, never dropped, and their text is one clean line', () => {
  let unread = 0;
  fc.assert(
    fc.property(worlds, ways, bendings, (world, way, bending) => {
      const lines: unknown = bent({ lines: written(world, way)['transactions'] }, bending);
      const list: unknown = Reflect.get(Object(lines), 'lines');
      const result = readLines(
        list,
        {
          cardId: 'one',
          usdAmountCents: world.usdAmountCents,
          availableCents: null,
        },
        unreadText,
      );
      const { transactions, unreadLines } = result;
      const given = Array.isArray(list) ? list.length : Number(list !== null && list !== undefined);
      expect(transactions.length + unreadLines.length).toBe(given);
      expect(new Set([...transactions, ...unreadLines].map(({ key }) => key)).size).toBe(given);
      expect(transactions.filter(({ kind }) => kind === 'load').length).toBeLessThan(2);
      for (const { amountCents } of transactions) expect(amountCents).toBeGreaterThanOrEqual(0);
      for (const { text } of unreadLines) expect(text).toMatch(/^[^\n\u202e]{1,300}$/);
      unread += unreadLines.length;
    }),
    { numRuns: CASES },
  );
  expect(unread).toBeGreaterThan(500);
}, 60_000);

describe('a line that could not be read', () => {
  const of = (line: unknown) =>
    readLines([line], { cardId: 'one', usdAmountCents: 5_000, availableCents: null }, unreadText);
  const text = (line: unknown): string | undefined => of(line).unreadLines[0]?.text;

  test.each([
    [{ amount: '12,50', date: 'soon', description: 'COFFEE' }, 'amount “12,50” · date “soon” · COFFEE'],
    [{ amount: null, merchant: 'COFFEE', status: 'pending' }, 'no amount · COFFEE · status “pending”'],
    [{ total: 5, is_credit: false }, 'no amount · total “5”'],
    [{ total: 5, is_credit: true }, 'no amount · total “5” · is_credit “true”'],
    [
      { amount: '$1,00.00', more: { deep: 1 }, list: [1] },
      'amount “$1,00.00” · more “an object” · list “a list”',
    ],
    [{ amount: 5, is_credit: 'perhaps' }, 'amount “5” · is_credit “perhaps”'],
    ['no line', 'no line'],
    [null, 'an empty line'],
    ['', 'an empty line'],
    [{}, 'no amount'],
    [[1], 'a list'],
    [{ amount: 'a\u0000b\u202ec\nd' }, 'amount “a b c d”'],
  ])('%j says “%s”', (line, said) => expect(text(line)).toBe(said));

  test('keeps its day where that can be read, and its key from read to read', () => {
    const line = { amount: '12,50', date: '11/5/26, 6:40 PM', description: 'COFFEE' };
    expect(of(line)).toEqual(of({ ...line }));
    expect(of(line).unreadLines).toMatchObject([
      { when: { kind: 'day', day: '2026-11-05', clock: '18:40' }, text: 'amount “12,50” · COFFEE' },
    ]);
  });

  test('holds no card number, key or code, however it is written', () => {
    const secrets = [
      PAN,
      '4111 1111 1111 1111',
      '4111.1111.1111.1111',
      `x${PAN}987`,
      'lasoak_abc',
      'CVV 987',
    ];
    for (const secret of secrets) {
      const said = text({ amount: secret, description: secret, card: secret }) ?? '';
      expect(said).not.toMatch(/1111|lasoak_a|987/);
      expect(said).toContain('…');
    }
  });

  test('is also what stands in place of the list; null and nothing are no lines', () => {
    const count = (lines: unknown) =>
      readLines(lines, { cardId: 'one', usdAmountCents: 1, availableCents: 1 }).unreadLines.length;
    expect([{ a: 1 }, 'none', 7, false, ''].map(count)).toEqual([1, 1, 1, 1, 1]);
    expect([null, undefined, []].map(count)).toEqual([0, 0, 0]);
  });
});
