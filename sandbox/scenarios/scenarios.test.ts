import { expect, test } from 'vitest';
import { seededAccounts } from '../chain/test-accounts.ts';
import { createClock } from '../clock.ts';
import { spentCents, statusOf, type StoredCard } from '../store/stored-card.ts';
import { Store } from '../store/store.ts';
import { seedScenario } from './seed-scenario.ts';
import { UNEXPLAINED_CENTS } from './busy-agent.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 24 * 3_600_000;
const accounts = seededAccounts();

function seeded(): Store {
  const store = new Store(createClock(() => NOW));
  seedScenario(store, accounts, { scenario: 'all' });
  return store;
}
const busyCards = (): StoredCard[] => seeded().cardsOf(accounts.busy);
const unexplained = (card: StoredCard): number =>
  card.usdAmountCents - card.availableCents - spentCents(card.transactions);

test('the busy agent has 40 cards of every status and 400 transactions over three months', () => {
  const cards = busyCards();
  expect(cards).toHaveLength(40);
  const statuses = new Set(cards.map((card) => statusOf(card, NOW)));
  expect(statuses).toEqual(
    new Set(['pending', 'ready', 'queued', 'complete', 'refund-requested', 'refunded', 'archived']),
  );
  expect(cards.some((card) => card.type === 'us' && card.availableCents === 0)).toBe(true);
  const states = new Set(cards.flatMap((card) => (card.type === 'intl' ? [card.state] : [])));
  expect(states.size).toBe(7);
  const times = cards.flatMap((card) => card.transactions.map((one) => one.at));
  expect(times).toHaveLength(400);
  expect(Math.max(...times)).toBeLessThanOrEqual(NOW);
  expect(NOW - Math.min(...times)).toBeGreaterThan(75 * DAY);
  expect(NOW - Math.min(...cards.map((card) => card.orderedAt))).toBeLessThan(93 * DAY);
});

test('on every card but one, the loaded amount is what is left plus what was spent', () => {
  for (const owner of [accounts.firstDay, accounts.second]) {
    expect(
      seeded()
        .cardsOf(owner)
        .filter((card) => unexplained(card) !== 0),
    ).toEqual([]);
  }
  expect(
    busyCards()
      .map(unexplained)
      .filter((cents) => cents !== 0),
  ).toEqual([UNEXPLAINED_CENTS]);
});

test('every transaction is at least some cents, and no card has a negative balance', () => {
  for (const card of seeded().cards.values()) {
    expect(card.availableCents).toBeGreaterThanOrEqual(0);
    for (const one of card.transactions) expect(one.amountCents).toBeGreaterThanOrEqual(50);
  }
});

test('card numbers are unique, start 4111 11 and pass the Luhn check', () => {
  const numbers = [...seeded().cards.values()].map((card) => card.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) {
    expect(number).toMatch(/^411111\d{10}$/);
    const sum = [...number].toReversed().reduce((total, digit, index) => {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    expect(sum % 10).toBe(0);
  }
});

test('the same time gives the same data', () => {
  expect(busyCards()).toEqual(busyCards());
});
