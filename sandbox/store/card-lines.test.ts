import { expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import { exactIntlCard, exactUsCard, HOUR_MS } from '../scenarios/exact-card.ts';
import { cardToWire } from './card-wire.ts';
import { Store } from './store.ts';
import type { Switches } from '../payment/switches.ts';
import type { StoredCard } from './stored-card.ts';

const NOW = Date.UTC(2026, 10, 6, 3, 10);
const OWNER = '0xa04f560d4d61e9829da24045c7dfb7c67ea53eca';
const store = new Store(createClock(() => NOW));
const card = exactUsCard(store, OWNER, {
  dollars: 1_050,
  orderedAgoMs: 38 * HOUR_MS,
  purchases: [
    { cents: 100_000, at: 'BIKE WORKSHOP', agoMs: 2 * HOUR_MS },
    { cents: -420, at: 'TEA HOUSE', agoMs: HOUR_MS + 60_000, written: 'day' },
  ],
});

const served = (one: StoredCard, cardLines: Switches['cardLines']) =>
  cardToWire(one, NOW, 'listed', { billingAddress: false, cardLines });

test('numbers: the lines as documented, without the load', () => {
  expect(served(card, 'numbers')).toMatchObject({
    transactions: [
      { amount: 4.2, date: '2026-11-06', description: 'TEA HOUSE', is_credit: true },
      { amount: 1000, date: '2026-11-06T01:10:00.000Z', description: 'BIKE WORKSHOP', is_credit: false },
    ],
    card_details: { exp_year: '2027' },
  });
});

test('text: as in production, days of U.S. Eastern time, newest first, the load at its end', () => {
  const { transactions, card_details: details } = served(card, 'text');
  expect(transactions).toEqual([
    { amount: '$4.20', date: '11/5/26, 9:09\u202fPM', description: 'TEA HOUSE', is_credit: true },
    { amount: '$1,000.00', date: '11/5/26, 8:10 PM', description: 'BIKE WORKSHOP', is_credit: false },
    {
      amount: '$1,050.00',
      date: '11/4/26, 8:10 AM',
      description: expect.stringMatching(/^wegiftusd - \d{11}$/),
      is_credit: true,
    },
  ]);
  expect(details).toMatchObject({ exp_year: '27', available_balance: 54.2 });
});

test('numbers with the load: the load is the first, and a number', () => {
  expect(served(card, 'numbers-with-load')['transactions']).toMatchObject([
    { amount: 1050, date: '2026-11-04T13:10:08.000Z', is_credit: true },
    { amount: 1000 },
    { amount: 4.2 },
  ]);
});

test('international lines are the same in every edition, and so is a pending card', () => {
  const intl = exactIntlCard(store, OWNER, {
    dollars: 300,
    orderedAgoMs: HOUR_MS,
    purchases: [{ cents: -390, at: 'OVH SAS', agoMs: 1_000 }],
  });
  const pending = store.orderUsCard(OWNER, 5_000);
  expect(served(intl, 'numbers')['transactions']).toEqual([
    { amount: -3.9, date: NOW - 1_000, merchant: 'OVH SAS', status: 'completed' },
  ]);
  for (const edition of ['text', 'numbers-with-load'] as const) {
    expect(served(intl, edition)).toEqual(served(intl, 'numbers'));
    expect(served(pending, edition)).toEqual(served(pending, 'numbers'));
  }
});

test('lines that a test gave to a card come unchanged, in every edition', () => {
  const told = { ...card, told: { lines: [null, { amount: '12,50' }] } };
  expect(served(told, 'text')['transactions']).toHaveLength(5);
  expect(served(told, 'numbers')['transactions']).toEqual(
    expect.arrayContaining([null, { amount: '12,50' }]),
  );
});
