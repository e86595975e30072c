import { describe, expect, test } from 'vitest';
import type { Card } from '../card.ts';
import { addDays } from '../day.ts';
import { testCard } from '../test-card.ts';
import type { Transaction } from '../transaction.ts';
import { allSignals } from './all-signals.ts';
import { DAY_MS, DEFAULT_THRESHOLDS, type SignalKind } from './signal.ts';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const TODAY = '2026-03-15';

const buy = (
  day: string,
  amountCents: number,
  description = 'Shop',
  rest: Partial<Transaction> = {},
): Transaction => ({
  key: `${day} ${amountCents} ${description}`,
  amountCents,
  direction: 'debit',
  description,
  when: { kind: 'day', day },
  status: null,
  ...rest,
});
const card = (rest: Partial<Card> = {}): Card =>
  testCard({
    usdAmountCents: 10_000,
    orderedAtMs: NOW - 2 * DAY_MS,
    updatedAtMs: NOW,
    availableCents: 6_000,
    transactions: [buy(TODAY, 4_000)],
    ...rest,
  });
const kinds = (cards: Card[], rest: Partial<Parameters<typeof allSignals>[0]> = {}): SignalKind[] =>
  allSignals({
    cards,
    payments: [],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    refreshesLeft: () => 3,
    ...rest,
  }).map(({ kind }) => kind);

test('a plain card raises nothing', () => expect(kinds([card()])).toEqual([]));

describe('money stranded', () => {
  test('a small leftover on a used card', () =>
    expect(kinds([card({ availableCents: 499 })])).toContain('stranded-money'));
  test('not at the threshold, on an unused card, or on one that cannot be spent from', () => {
    expect(kinds([card({ availableCents: 500 })])).not.toContain('stranded-money');
    expect(kinds([card({ availableCents: 499, transactions: [] })])).not.toContain('stranded-money');
    expect(kinds([card({ availableCents: 499, status: 'refunded' })])).not.toContain('stranded-money');
  });
});

describe('ready but unused', () => {
  const unused = (days: number) => card({ transactions: [], orderedAtMs: NOW - days * DAY_MS });
  test('after a week', () => expect(kinds([unused(7)])).toContain('ready-but-unused'));
  test('not before, and not with a purchase', () => {
    expect(kinds([unused(6)])).not.toContain('ready-but-unused');
    expect(kinds([card({ orderedAtMs: NOW - 30 * DAY_MS })])).not.toContain('ready-but-unused');
  });
  test('a declined attempt is no use', () =>
    expect(
      kinds([
        card({
          transactions: [buy(TODAY, 100, 'Shop', { status: 'declined' })],
          orderedAtMs: NOW - 9 * DAY_MS,
        }),
      ]),
    ).toContain('ready-but-unused'));
});

describe('balance too old', () => {
  const old = card({ updatedAtMs: NOW - 3 * DAY_MS });
  test('with refreshes left', () => expect(kinds([old])).toContain('balance-too-old'));
  test('not without, and not while it is new', () => {
    expect(kinds([old], { refreshesLeft: () => 0 })).not.toContain('balance-too-old');
    expect(kinds([card({ updatedAtMs: NOW - 2 * DAY_MS })])).not.toContain('balance-too-old');
  });
});

describe('split orders', () => {
  const order = (id: string, minutes: number, cents = 60_000) =>
    card({ id, orderedAtMs: NOW - minutes * 60_000, usdAmountCents: cents });
  test('two within ten minutes that pass $1,000 together', () =>
    expect(kinds([order('a', 20), order('b', 11)])).toContain('split-orders'));
  test('not eleven minutes apart, not below, not one large order', () => {
    expect(kinds([order('a', 21), order('b', 10)])).not.toContain('split-orders');
    expect(kinds([order('a', 20, 50_000), order('b', 11, 50_000)])).not.toContain('split-orders');
    expect(kinds([order('a', 20, 100_001), order('b', 11, 1_000)])).not.toContain('split-orders');
  });
});

describe('fee truth', () => {
  const intl = (chargedCents: number) => card({ type: 'intl', usdAmountCents: 25_000, chargedCents });
  test('a fee above 3.8 %', () => expect(kinds([intl(26_200)])).toContain('fee-drift'));
  test('not the documented one, nor a cent of rounding', () => {
    expect(kinds([intl(25_950)])).not.toContain('fee-drift');
    expect(kinds([intl(25_951)])).not.toContain('fee-drift');
  });
});

describe('spending', () => {
  const usual = Array.from({ length: 6 }, (_, at) => buy(addDays(TODAY, -20 - at), 1_000, 'OVH SAS'));
  const merchants = ['OVH SAS', 'Github', 'Figma', 'Hetzner'].map((name, at) =>
    buy(addDays(TODAY, -20 - at), 1_000, name),
  );
  test('an unusual amount at a known merchant', () =>
    expect(kinds([card({ transactions: [...usual, buy(addDays(TODAY, -1), 6_000, 'OVH')] })])).toContain(
      'unusual-amount',
    ));
  test('not a usual one, and not without a history', () => {
    expect(kinds([card({ transactions: [...usual, buy(addDays(TODAY, -1), 4_000, 'OVH')] })])).not.toContain(
      'unusual-amount',
    );
    expect(
      kinds([card({ transactions: [buy(addDays(TODAY, -9), 1_000, 'OVH'), buy(TODAY, 60_000, 'OVH')] })]),
    ).not.toContain('unusual-amount');
  });
  test('a merchant never seen before', () =>
    expect(kinds([card({ transactions: [...merchants, buy(TODAY, 2_500, 'Casino Royale')] })])).toContain(
      'new-merchant',
    ));
  test('not a known one, nor a coffee', () => {
    expect(kinds([card({ transactions: [...merchants, buy(TODAY, 2_500, 'FIGMA')] })])).not.toContain(
      'new-merchant',
    );
    expect(kinds([card({ transactions: [...merchants, buy(TODAY, 400, 'Casino Royale')] })])).not.toContain(
      'new-merchant',
    );
  });
  test('a day of several times the usual', () =>
    expect(kinds([card({ transactions: [...usual, buy(TODAY, 4_000, 'OVH')] })])).toContain('spend-jump'));
  test('not an ordinary day', () =>
    expect(kinds([card({ transactions: [...usual, buy(TODAY, 1_000, 'OVH')] })])).not.toContain(
      'spend-jump',
    ));
});

describe('payments of this browser', () => {
  const payment = {
    id: 'p1',
    state: 'delivered',
    amountAtomic: 50_000_000n,
    accountId: '0xaa',
    payer: '0xAA',
  };
  const withPayment = (rest: Partial<typeof payment>) => kinds([], { payments: [{ ...payment, ...rest }] });
  test('paid and not delivered, or not known', () => {
    expect(withPayment({ state: 'paid-not-delivered' })).toEqual(['paid-not-delivered']);
    expect(withPayment({ state: 'unknown' })).toEqual(['paid-not-delivered']);
  });
  test('paid by another wallet than the account on screen', () =>
    expect(withPayment({ payer: '0xBB' })).toEqual(['other-payer']));
  test('nothing for a delivered payment of the account itself', () => expect(withPayment({})).toEqual([]));
});

test('what asks for something to be done comes first', () => {
  const signals = allSignals({
    cards: [card({ availableCents: 100 })],
    payments: [{ id: 'p', state: 'unknown', amountAtomic: 5_000_000n, accountId: 'a', payer: 'a' }],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    refreshesLeft: () => 1,
  });
  expect(signals.map(({ level }) => level)).toEqual(['attention', 'notice']);
});
