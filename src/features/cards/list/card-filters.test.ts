import { describe, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { testCard } from '#testing/card.ts';
import { ALL_CARDS, isNarrowed, narrowed, sortAfterPress, sorted, sortOrderOf } from './card-filters.ts';
import { cardRows } from './card-rows.ts';

const mine = accountIdOf('0xMine');
const theirs = accountIdOf('0xTheirs');
const card = (id: string, given: Partial<Card>): Card =>
  testCard({ id, accountId: mine, last4: null, transactions: [], ...given });

const CARDS = [
  card('a', { last4: '1111', availableCents: 900, usdAmountCents: 5_000, orderedAtMs: 3 }),
  card('b', {
    type: 'intl',
    status: 'queued',
    rawStatus: 'queued',
    availableCents: null,
    orderedAtMs: 9,
    label: 'Rail',
  }),
  card('c', {
    accountId: theirs,
    last4: '2222',
    availableCents: 0,
    usdAmountCents: null,
    orderedAtMs: null,
    status: 'depleted',
    transactions: [
      { key: '1', amountCents: 700, kind: 'purchase', description: 'HETZNER', when: null, status: null },
      { key: '2', amountCents: 200, kind: 'refund', description: 'HETZNER', when: null, status: null },
    ],
  }),
  card('d', {
    queuedOrderCardId: 'queue_d',
    type: 'intl',
    last4: '3333',
    availableCents: 12_000,
    orderedAtMs: 5,
  }),
];
const NOTES = { [mine]: { a: { label: 'Printer ink', note: 'ask Ann' } } };
const rows = (notes = NOTES) => cardRows(CARDS, notes, (account) => (account === mine ? 'Me' : 'Them'));
const found = (change: Partial<typeof ALL_CARDS>) =>
  narrowed(rows(), { ...ALL_CARDS, ...change })
    .map((row) => row.card.id)
    .join('');

describe('search finds a card', () => {
  test.each([
    ['by its last four digits', '2222', 'c'],
    ['by the id it was ordered under', 'QUEUE_d', 'd'],
    ['by Laso’s label', 'rail', 'b'],
    ['by its owner’s label', 'printer', 'a'],
    ['by its owner’s note', 'ann', 'a'],
    ['by a merchant', 'hetzner', 'c'],
    ['by type and status together', 'international queued', 'b'],
    ['by the account’s name', 'them', 'c'],
    ['never by words of two cards', 'printer hetzner', ''],
    ['by nothing: every card', '  ', 'abcd'],
  ])('%s', (_how, q, ids) => expect(found({ q })).toBe(ids));
});

test('filters narrow together, and an unknown value finds nothing rather than everything', () => {
  expect(found({ type: 'intl' })).toBe('bd');
  expect(found({ type: 'intl', status: 'queued' })).toBe('b');
  expect(found({ account: theirs })).toBe('c');
  expect(found({ status: 'no-such-status' })).toBe('');
  expect(isNarrowed({ ...ALL_CARDS, sort: 'left' })).toBe(false);
  expect(isNarrowed({ ...ALL_CARDS, type: 'us' })).toBe(true);
});

describe('order', () => {
  const order = (sort: string) =>
    sorted(rows(), sort)
      .map((row) => row.card.id)
      .join('');
  test.each([
    ['-ordered', 'bdac'],
    ['ordered', 'adbc'],
    ['-left', 'dacb'],
    ['left', 'cadb'],
    ['-spent', 'cabd'],
    ['label', 'abcd'],
    ['-loaded', 'abdc'],
    ['nonsense', 'bdac'],
  ])('%s: what is not known comes last either way', (sort, ids) => expect(order(sort)).toBe(ids));

  test('a heading sorts amounts from the largest, words from A, and turns round at the second press', () => {
    expect(sortAfterPress('-ordered', 'left')).toBe('-left');
    expect(sortAfterPress('-left', 'left')).toBe('left');
    expect(sortAfterPress('-ordered', 'label')).toBe('label');
    expect(sortAfterPress('-ordered', 'ordered')).toBe('ordered');
    expect(sortOrderOf('')).toEqual({ key: 'ordered', descending: true });
  });
});

test('a row stays the same object until its card, note or account’s name changes', () => {
  const before = rows();
  expect(rows()).toEqual(before);
  rows().forEach((row, at) => expect(row).toBe(before[at]));
  const relabelled = rows({ [mine]: { a: { label: 'Toner', note: '' } } });
  expect(relabelled[0]).not.toBe(before[0]);
  expect(relabelled[0]?.label).toBe('Toner');
  expect(relabelled[1]).toBe(before[1]);
});
