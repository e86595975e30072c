import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusWord, type Card } from '#domain/card.ts';
import { dayOf, isDay } from '#domain/day.ts';
import {
  lastDays,
  periodBefore,
  spendOverTime,
  spendByMerchant,
  spendByProduct,
  spendIn,
  sumSpent,
  type Period,
} from '#domain/period.ts';
import { periodTotals, wholePeriod } from '#domain/period-totals.ts';
import { allSignals } from '#domain/signals/all-signals.ts';
import { DEFAULT_THRESHOLDS } from '#domain/signals/signal.ts';
import { totalsOf } from '#domain/spend.ts';
import { newestTransactionFirst } from '#domain/transaction.ts';
import { seededAccounts } from '#sandbox/chain/test-accounts.ts';
import { createClock } from '#sandbox/clock.ts';
import { seedScenario } from '#sandbox/scenarios/seed-scenario.ts';
import { cardToWire } from '#sandbox/store/card-wire.ts';
import { Store } from '#sandbox/store/store.ts';
import { bendings, bent } from '#testing/bend-answer.ts';
import { reworded } from '#testing/reword-answer.ts';
import { INTL_COMPLETE, US_PENDING, US_READY } from '#testing/card-answers.ts';
import { INTL_CARD_TYPE, US_CARD_TYPE } from './card-data.ts';
import { listCards } from './get-card-data.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const ZONE = 'America/New_York';
const WEEKS = lastDays(dayOf(NOW, ZONE), 28);
/** Every number in the answers below. */
const PAN = /411111\d{10}|4111111111111111|5555555555554444/;

/** The documents' own examples, and cards as the sandbox serves them. */
function realCards(): readonly unknown[] {
  const store = new Store(createClock(() => NOW));
  const accounts = seededAccounts();
  for (const scenario of ['every-status', 'second'] as const) seedScenario(store, accounts, { scenario });
  const served = [...store.cards.values()].map((card) =>
    cardToWire(card, NOW, 'listed', { billingAddress: true, cardLines: 'numbers' }),
  );
  return [US_READY, INTL_COMPLETE, US_PENDING, ...served];
}
/** What the list of a type may hold: cards that name another type are in another list. */
const listed = (type: 'us' | 'intl', some: (card: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown[]>) => {
  const other = type === 'us' ? INTL_CARD_TYPE : US_CARD_TYPE;
  const cards = realCards().filter((card) => Reflect.get(Object(card), 'card_type') !== other);
  return fc.record({
    cards: some(fc.constantFrom(...cards)),
    type: fc.constant(type),
  });
};
const few = (card: fc.Arbitrary<unknown>) => fc.array(card, { minLength: 1, maxLength: 3 });
const answers = fc.oneof(listed('us', few), listed('intl', few));

const reading = (body: unknown, type: 'us' | 'intl'): Promise<Card[]> =>
  listCards(testClient(answering(json(body ?? null))).client, ACCOUNT, type);

test('however an answer is bent, cards come out or a LasoError; no crash, no card number, and every figure is one', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(answers, bendings, async ({ cards: real, type }, bending) => {
      const cards = await reading(bent({ cards: real }, bending), type).catch((error: unknown) => {
        if (!(error instanceof LasoError)) throw error;
        expect(inspect(error, { depth: 9 })).not.toMatch(PAN);
        return [];
      });
      read += cards.length;
      expect(inspect(cards, { depth: 9 })).not.toMatch(PAN);
      for (const card of cards) {
        expect(card.id).not.toBe('');
        expect(statusWord(card)).toBeTypeOf('string');
        for (const line of card.transactions) expect(line.amountCents).toBeGreaterThanOrEqual(0);
        card.transactions.toSorted(newestTransactionFirst(ZONE));
      }
      expect(figuresOf(cards).filter((figure) => !Number.isSafeInteger(figure))).toEqual([]);
      for (const { id, sentence, amountCents } of signalsOf(cards)) {
        expect(`${id} ${sentence} ${amountCents}`).not.toMatch(/NaN|undefined|Infinity|Invalid|\[object/);
      }
    }),
    { numRuns: 10_000 },
  );
  // Bending must leave enough to read, or nothing was shown.
  expect(read).toBeGreaterThan(10_000);
}, 240_000);

test('an answer in other words, in another order or with rows that come twice, means the same', async () => {
  const said = async (body: unknown, type: 'us' | 'intl') => {
    const cards = await reading(body, type);
    return {
      totals: totalsOf(cards),
      cards: cards.map(({ id, status, orderedAtMs }) => [id, status, orderedAtMs].join(' ')).toSorted(),
      days: spendOverTime(spendIn(cards, WEEKS, 'UTC'), WEEKS),
      signals: signalsOf(cards)
        .map(({ id, sentence }) => `${id} ${sentence}`)
        .toSorted(),
    };
  };
  const different = (card: fc.Arbitrary<unknown>) => fc.uniqueArray(card, { minLength: 1, maxLength: 12 });
  const lists = fc.oneof(listed('us', different), listed('intl', different));
  await fc.assert(
    fc.asyncProperty(lists, fc.integer(), async ({ cards, type }, seed) => {
      expect(await said(reworded(cards, seed), type)).toEqual(await said({ cards }, type));
    }),
    { numRuns: 500 },
  );
}, 60_000);

const signalsOf = (cards: readonly Card[]) =>
  allSignals({
    cards,
    isComplete: true,
    payments: [],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    refreshesLeft: () => 24,
  });

const figuresOf = (cards: readonly Card[]): number[] => [
  ...Object.values(totalsOf(cards)),
  ...[WEEKS, periodBefore(WEEKS)].flatMap((period) => figuresIn(cards, period, ZONE)),
  ...figuresIn(cards, wholePeriod(cards, dayOf(NOW))),
];

function figuresIn(cards: readonly Card[], period: Period, zone?: string): number[] {
  const spend = spendIn(cards, period, zone);
  const overTime = spendOverTime(spend, period);
  expect(overTime.length).toBeLessThanOrEqual(60);
  for (const { from, to } of overTime) expect([from, to].every(isDay), `${from} – ${to}`).toBe(true);
  expect(sumSpent(overTime)).toBe(sumSpent(spend));
  return [
    sumSpent(spend),
    ...Object.values(periodTotals(cards, spend, period, zone)),
    ...[overTime, spendByMerchant(spend), spendByProduct(spend)].flat().map(({ spentCents }) => spentCents),
  ];
}
