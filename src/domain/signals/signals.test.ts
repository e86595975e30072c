import { describe, expect, test } from 'vitest';
import type { Card } from '../card.ts';
import { addDays } from '../day.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from '../transaction.ts';
import { allSignals } from './all-signals.ts';
import type { KnownPayment } from './payments.ts';
import { DAY_MS, DEFAULT_THRESHOLDS, type Signal, type SignalKind } from './signal.ts';

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
  kind: 'purchase',
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
const signals = (cards: Card[], rest: Partial<Parameters<typeof allSignals>[0]> = {}): Signal[] =>
  allSignals({
    cards,
    isComplete: true,
    payments: [],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    refreshesLeft: () => 3,
    ...rest,
  });
const kinds = (...given: Parameters<typeof signals>): SignalKind[] =>
  signals(...given).map(({ kind }) => kind);
const payment: KnownPayment = {
  id: 'p1',
  state: 'delivered',
  product: 'us-card',
  cardId: null,
  amountAtomic: 50_000_000n,
  accountId: '0xaa',
  payer: '0xAA',
};

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
  test('the load is no use; a line that could not be read may be one', () => {
    const load = buy('2026-03-08', 10_000, 'wegiftusd - 70415520931', { kind: 'load' });
    const loaded = { ...unused(7), transactions: [load] };
    expect(kinds([loaded])).toContain('ready-but-unused');
    expect(kinds([{ ...loaded, availableCents: 499 }])).not.toContain('stranded-money');
    const unreadLines = [{ key: 'u', when: null, text: 'no amount' }];
    expect(kinds([{ ...loaded, unreadLines }])).not.toContain('ready-but-unused');
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
  test('not while a new one is awaited', () =>
    expect(kinds([{ ...old, balanceUpdateRequestedAtMs: NOW - DAY_MS }])).not.toContain('balance-too-old'));
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
  test('however large each of them is', () => {
    expect(kinds([order('a', 20, 100_001), order('b', 11, 1_000)])).toContain('split-orders');
    expect(
      kinds([order('a', 20), order('b', 11)], {
        thresholds: { ...DEFAULT_THRESHOLDS, perOrderCents: 10_000 },
      }),
    ).toContain('split-orders');
  });
  test('not eleven minutes apart, not below, not one large order', () => {
    expect(kinds([order('a', 21), order('b', 10)])).not.toContain('split-orders');
    expect(kinds([order('a', 20, 50_000), order('b', 11, 50_000)])).not.toContain('split-orders');
    expect(kinds([order('a', 20, 100_001)])).not.toContain('split-orders');
  });
});

describe('fee truth', () => {
  const intl = (chargedCents: number) => card({ type: 'intl', usdAmountCents: 25_000, chargedCents });
  test('a fee above 3.8 %', () => expect(kinds([intl(26_200)])).toContain('fee-drift'));
  test('a U.S. card that was charged above its face', () => {
    expect(kinds([card({ chargedCents: 10_050 })])).toContain('fee-drift');
    expect(kinds([card({ chargedCents: 10_000 })])).not.toContain('fee-drift');
  });
  test('what was quoted and paid in this browser counts before the documents', () => {
    const fulfilled = { ...intl(26_200), id: 'issuer-1', queuedOrderCardId: 'queue-1' };
    const paid = (amountAtomic: bigint) => [{ ...payment, cardId: 'queue-1', amountAtomic }];
    expect(kinds([fulfilled], { payments: paid(262_000_000n) })).not.toContain('fee-drift');
    expect(
      signals([fulfilled], { payments: paid(260_000_000n) }).map(
        ({ level, sentence }) => `${level}: ${sentence}`,
      ),
    ).toEqual([
      'attention: A card of $250.00 was charged $262.00: a fee of $12.00, where $10.00 was quoted and paid.',
    ]);
  });
  test('not a lower one than documented, which is a promotion, unless more was paid for it here', () => {
    expect(kinds([intl(25_000)])).not.toContain('fee-drift');
    expect(kinds([intl(25_500)])).not.toContain('fee-drift');
    expect(
      kinds([intl(25_000)], { payments: [{ ...payment, cardId: intl(0).id, amountAtomic: 259_500_000n }] }),
    ).toContain('fee-drift');
  });
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
  test('a day of several times the usual is reported for a week, each day once', () => {
    const jump = (ago: number) =>
      signals([card({ transactions: [...usual, buy(addDays(TODAY, -ago), 4_000, 'OVH')] })])
        .filter(({ kind }) => kind === 'spend-jump')
        .map(({ id, sentence }) => `${id}: ${sentence}`);
    const before = 'the four weeks before averaged $2.14 a day.';
    expect([0, 1, 6, 7].map(jump)).toEqual([
      [`spend-jump 2026-03-15: $40.00 was spent today; ${before}`],
      [`spend-jump 2026-03-14: $40.00 was spent yesterday; ${before}`],
      [`spend-jump 2026-03-09: $40.00 was spent on Mar 9, 2026; ${before}`],
      [],
    ]);
  });
  test('signals that need a history are not reported while a part of it is missing', () => {
    const jumped = card({ transactions: [...merchants, buy(TODAY, 9_000, 'Casino Royale')] });
    expect(kinds([jumped])).toEqual(expect.arrayContaining(['new-merchant', 'spend-jump']));
    expect(kinds([jumped], { isComplete: false })).toEqual([]);
  });
  test('not an ordinary day', () =>
    expect(kinds([card({ transactions: [...usual, buy(TODAY, 1_000, 'OVH')] })])).not.toContain(
      'spend-jump',
    ));
});

describe('what a dismissal covers', () => {
  const covered = (cards: Card[]) => signals(cards).flatMap(({ parts }) => parts);
  test('an international card is the same before and after it is fulfilled', () => {
    const queued = card({ id: 'queue-1', type: 'intl', usdAmountCents: 25_000, chargedCents: 26_200 });
    const fulfilled = { ...queued, id: 'issuer-1', queuedOrderCardId: 'queue-1' };
    expect(covered([queued])).toEqual(['fee-drift queue-1']);
    expect(covered([fulfilled])).toEqual(covered([queued]));
  });
  test('a signal about several cards is dismissed card by card', () => {
    const small = (id: string) => card({ id, availableCents: 100, orderedAtMs: NOW - 3 * DAY_MS });
    expect(covered([small('a'), small('b')])).toEqual(['stranded-money a', 'stranded-money b']);
    const old = (id: string, days: number) => card({ id, updatedAtMs: NOW - days * DAY_MS });
    expect(covered([old('a', 3), old('b', 4)])).toEqual([
      `balance-too-old a ${NOW - 3 * DAY_MS}`,
      `balance-too-old b ${NOW - 4 * DAY_MS}`,
    ]);
  });
});

test('a forgotten card without a known balance is not reported as empty', () =>
  expect(
    signals([card({ transactions: [], availableCents: null, orderedAtMs: NOW - 8 * DAY_MS })]).map(
      ({ sentence }) => sentence,
    ),
  ).toEqual(['Nothing was bought with card •••• 4242 in 8 days; Laso does not give its balance.']));

test('what asks for something to be done comes first', () =>
  expect(
    signals([card({ availableCents: 100 })], { payments: [{ ...payment, state: 'unknown' }] }).map(
      ({ level }) => level,
    ),
  ).toEqual(['attention', 'notice']));
