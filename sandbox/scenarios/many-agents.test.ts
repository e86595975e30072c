import { expect, test } from 'vitest';
import { seededAccounts } from '../chain/test-accounts.ts';
import { createClock } from '../clock.ts';
import { spentCents, statusOf } from '../store/stored-card.ts';
import { Store } from '../store/store.ts';
import { seedScenario, type SeedRequest } from './seed-scenario.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const accounts = seededAccounts();

function seeded(request: SeedRequest, owner?: string): Store {
  const store = new Store(createClock(() => NOW));
  seedScenario(store, accounts, request, owner);
  return store;
}

test('the very large agent has 2,000 cards of every status and 20,000 transactions, and all of it adds up', () => {
  const cards = seeded({ scenario: 'very-large' }).cardsOf(accounts.veryLarge);
  expect(cards).toHaveLength(2_000);
  expect(cards.flatMap((card) => card.transactions)).toHaveLength(20_000);
  const statuses = new Set(cards.map((card) => `${card.type} ${statusOf(card, NOW)}`));
  expect(statuses).toEqual(
    new Set([
      'us pending',
      'us ready',
      'intl queued',
      'intl ready',
      'intl complete',
      'intl refund-requested',
      'intl refunded',
      'intl archived',
    ]),
  );
  expect(new Set(cards.map(({ number }) => number)).size).toBe(2_000);
  for (const card of cards) {
    expect(card.usdAmountCents - card.availableCents - spentCents(card.transactions)).toBe(0);
    expect(card.availableCents).toBeGreaterThanOrEqual(0);
    for (const { amountCents, at } of card.transactions) {
      expect(amountCents).toBeGreaterThanOrEqual(50);
      expect(at).toBeLessThanOrEqual(NOW);
    }
  }
});

test('ten agents have different data, the same for the same time', () => {
  const store = seeded({ scenario: 'ten' });
  const { everyStatus, signal, ...ten } = accounts;
  expect(Object.keys(ten)).toHaveLength(10);
  const shapes = Object.values(ten).map((owner) =>
    store.cardsOf(owner).map((card) => [card.type, card.usdAmountCents, card.transactions.length].join(' ')),
  );
  expect(shapes.every((cards) => cards.length > 0)).toBe(true);
  expect(new Set(shapes.map(String)).size).toBe(10);
  expect([everyStatus, signal].flatMap((owner) => store.cardsOf(owner))).toEqual([]);
  expect(seeded({ scenario: 'ten' }).cards).toEqual(store.cards);
});

test('a scenario of one agent works for any account, and replaces only that account’s data', () => {
  const store = seeded({ scenario: 'second' });
  const before = store.cardsOf(accounts.second);
  seedScenario(store, accounts, { scenario: 'travel' }, '0xsomebody');
  seedScenario(store, accounts, { scenario: 'travel' }, '0xsomebody');
  expect(store.cardsOf('0xsomebody')).toHaveLength(6);
  expect(store.cardsOf(accounts.second)).toEqual(before);
});
