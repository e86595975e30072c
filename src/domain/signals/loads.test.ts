import { expect, test } from 'vitest';
import type { Card } from '../card.ts';
import { addDays } from '../day.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from '../transaction.ts';
import { allSignals } from './all-signals.ts';
import { DAY_MS, DEFAULT_THRESHOLDS, type Signal } from './signal.ts';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const TODAY = '2026-03-15';
const DAYS = Array.from({ length: 8 }, (_, at) => addDays(TODAY, at - 20));

const line = (
  day: string,
  amountCents: number,
  description: string,
  kind: Transaction['kind'],
): Transaction => ({
  key: `${day} ${amountCents} ${description}`,
  amountCents,
  kind,
  description,
  when: { kind: 'day', day },
  status: null,
});
const buy = (day: string, cents: number, description: string) => line(day, cents, description, 'purchase');
const load = (day: string) => line(day, 90_000, `wegiftusd - ${day}`, 'load');
const signals = (transactions: Transaction[], rest: Partial<Card> = {}): Signal[] =>
  allSignals({
    cards: [
      testCard({
        orderedAtMs: NOW - 2 * DAY_MS,
        updatedAtMs: NOW,
        availableCents: 6_000,
        transactions,
        ...rest,
      }),
    ],
    isComplete: true,
    payments: [],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    refreshesLeft: () => 3,
  });
const usual = DAYS.map((day, at) => buy(day, 2_000, `Shop ${'abcdefgh'[at]}`));

test('loads are no merchant and no spending', () =>
  expect(signals([...usual, load(TODAY), load(addDays(TODAY, -1))])).toEqual([]));

test('loads are no history: eight of them are no purchases that a jump is a jump against', () => {
  const kinds = signals([...DAYS.map(load), buy(TODAY, 50_000, 'Shop')]).map(({ kind }) => kind);
  expect(kinds).not.toContain('spend-jump');
});

test('a new merchant is reported, with a caution where lines could not be read', () => {
  const lines = [...usual, buy(TODAY, 2_500, 'Newcomer')];
  const said = (rest?: Partial<Card>) => signals(lines, rest).map(({ sentence }) => sentence);
  expect(said()).toContain('$25.00 went to Newcomer, where nothing was bought before.');
  const unreadLines = [{ key: 'u', when: null, text: 'no amount' }];
  expect(said({ unreadLines })).toContain(
    '$25.00 went to Newcomer, where nothing was bought before, as far as the lines could be read.',
  );
});
