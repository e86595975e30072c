import { describe, expect, test } from 'vitest';
import type { Card, CardStatus } from '../card.ts';
import { testCard } from '#testing/card.ts';
import type { Withdrawal, WithdrawalState } from '../withdrawal.ts';
import { ageWords } from './age-words.ts';
import { lateSignals, type KnownWaiting } from './late-signals.ts';
import { DAY_MS, DEFAULT_THRESHOLDS, type SignalThresholds } from './signal.ts';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const STATUSES: readonly CardStatus[] = [
  'pending',
  'ready',
  'depleted',
  'queued',
  'complete',
  'refund-requested',
  'refunded',
  'archived',
  'unknown',
];

const late = (known: Partial<KnownWaiting>) =>
  lateSignals({
    cards: [],
    withdrawals: [],
    payments: [],
    thresholds: DEFAULT_THRESHOLDS,
    nowMs: NOW,
    firstSeen: () => null,
    ...known,
  });
const said = (known: Partial<KnownWaiting>) =>
  late(known).map(({ level, sentence }) => `${level}: ${sentence}`);
const waiting = (status: CardStatus, agoMs: number | null, rest: Partial<Card> = {}): Card =>
  testCard({
    status,
    rawStatus: status,
    type: status === 'pending' ? 'us' : 'intl',
    last4: null,
    availableCents: null,
    orderedAtMs: agoMs === null ? null : NOW - agoMs,
    ...rest,
  });
const withdrawal = (
  state: WithdrawalState,
  agoMs: number | null,
  rest: Partial<Withdrawal> = {},
): Withdrawal => ({
  id: 'withdrawal_1',
  amountCents: 2_000,
  asset: 'USDC',
  network: null,
  rawNetwork: null,
  state,
  rawState: state,
  address: '0xaa',
  requestedAtMs: agoMs === null ? null : NOW - agoMs,
  txHash: null,
  txUrl: null,
  ...rest,
});

describe('each late thing is raised once when it is late and not before, by its threshold', () => {
  const cases: [string, keyof SignalThresholds, number, (agoMs: number) => Partial<KnownWaiting>, string][] =
    [
      [
        'a U.S. card',
        'lateCardSeconds',
        1_000,
        (ago) => ({ cards: [waiting('pending', ago)] }),
        'A U.S. card of $50.00 has been pending for 60 seconds. It usually takes 7 to 10 seconds.',
      ],
      [
        'an order',
        'lateOrderHours',
        HOUR,
        (ago) => ({ cards: [waiting('queued', ago)] }),
        'An international card of $50.00 has been in Laso’s queue for 24 hours. Laso makes it within 24 hours.',
      ],
      [
        'a refund',
        'lateRefundDays',
        DAY_MS,
        (ago) => ({ cards: [waiting('refund-requested', 90 * DAY_MS)], firstSeen: () => NOW - ago }),
        'The refund of card card_1 ($50.00) has been waiting for at least 7 days.',
      ],
      [
        'a withdrawal',
        'lateWithdrawalMinutes',
        MINUTE,
        (ago) => ({ withdrawals: [withdrawal('pending', ago)] }),
        'A withdrawal of $20.00 has been on its way for 60 minutes. It usually takes minutes.',
      ],
    ];
  test.each(cases)('%s', (_what, key, unitMs, world, sentence) => {
    const certain = (known: Partial<KnownWaiting>) =>
      said(known).filter((one) => one.startsWith('attention'));
    const limitMs = DEFAULT_THRESHOLDS[key] * unitMs;
    expect(certain(world(limitMs))).toEqual([]);
    expect(certain(world(limitMs + 1))).toEqual([`attention: ${sentence}`]);
    const thresholds = { ...DEFAULT_THRESHOLDS, [key]: DEFAULT_THRESHOLDS[key] * 2 };
    expect(certain({ ...world(limitMs + 1), thresholds })).toEqual([]);
    expect(certain({ ...world(limitMs * 2 + 1), thresholds })).toHaveLength(1);
  });
});

test('nothing that has ended is late, however old it is, and no state that is not known', () => {
  const kinds = STATUSES.map((status) => [
    status,
    late({ cards: [waiting(status, 90 * DAY_MS)], firstSeen: () => NOW - 90 * DAY_MS }).map(
      ({ kind }) => kind,
    ),
  ]);
  expect(Object.fromEntries(kinds)).toEqual({
    pending: ['late-card'],
    ready: [],
    depleted: [],
    queued: ['late-order'],
    complete: [],
    'refund-requested': ['late-refund'],
    refunded: [],
    archived: [],
    unknown: [],
  });
  for (const state of ['completed', 'failed', 'unknown'] as const)
    expect(late({ withdrawals: [withdrawal(state, 90 * DAY_MS)] })).toEqual([]);
});

test('without a time of Laso’s the age counts from when this device first saw it, and is said to be a bound', () => {
  const firstSeen = (key: string) =>
    key === 'pending card_1' || key === 'withdrawal withdrawal_1' ? NOW - 2 * HOUR : null;
  const known = { cards: [waiting('pending', null)], withdrawals: [withdrawal('pending', null)] };
  expect(said({ ...known, firstSeen })).toEqual([
    'attention: A U.S. card of $50.00 has been pending for at least 2 hours. It usually takes 7 to 10 seconds.',
    'attention: A withdrawal of $20.00 has been on its way for at least 2 hours. It usually takes minutes.',
  ]);
  expect(said(known)).toEqual([]);
});

describe('a refund, of which Laso does not say when it was requested', () => {
  const requested = (rest: Partial<Card>) => waiting('refund-requested', 28 * DAY_MS, rest);
  const bought = (day: string) => ({
    transactions: [
      {
        key: 'a',
        amountCents: 100,
        kind: 'purchase' as const,
        description: 'Shop',
        when: { kind: 'day' as const, day },
        status: null,
      },
    ],
  });
  test('may be as old as its order, which is worth knowing and not certain', () =>
    expect(said({ cards: [requested({})] })).toEqual([
      'notice: The refund of card card_1 ($50.00) is waiting. Laso does not say since when; it may have been requested as early as Feb 15, 2026.',
    ]));
  test('is no older than the last line of its card', () => {
    expect(said({ cards: [requested(bought('2026-03-09'))] })).toEqual([]);
    expect(said({ cards: [requested(bought('2026-03-07'))] })).toHaveLength(1);
    const unread = {
      unreadLines: [{ key: 'u', text: 'x', when: { kind: 'day' as const, day: '2026-03-09' } }],
    };
    expect(said({ cards: [requested(unread)] })).toEqual([]);
  });
  test('is the same thing before and after it is certain: what was put aside stays so', () => {
    const ids = [null, NOW - 8 * DAY_MS].map((seenMs) =>
      late({ cards: [requested({})], firstSeen: () => seenMs }).flatMap(({ parts }) => parts),
    );
    expect(ids).toEqual([['late-refund card_1'], ['late-refund card_1']]);
  });
  test('is said for support with its bounds', () => {
    const [found] = late({
      cards: [requested({ state: 'refund-requested' })],
      firstSeen: () => NOW - 8 * DAY_MS,
    });
    expect(found?.support).toEqual({
      title: 'Refund of a card of $50.00: requested, and not refunded yet',
      facts: [
        ['Card', 'card_1'],
        ['Status', 'refund-requested'],
        ['Ordered at', '2026-02-15T12:00:00.000Z'],
        ['Requested at the earliest', '2026-02-15'],
        ['Requested at the latest', '2026-03-07T12:00:00.000Z'],
        ['Now', '2026-03-15T12:00:00.000Z'],
      ],
    });
  });
});

test('an international order keeps its name for dismissals when it gets another id', () => {
  const order = waiting('queued', 30 * HOUR, { id: 'issuer-1', queuedOrderCardId: 'queue-1' });
  expect(late({ cards: [order] }).map(({ id, cardIds }) => [id, cardIds])).toEqual([
    ['late-order queue-1', ['issuer-1']],
  ]);
});

test('a card has no signal when its payment has one', () => {
  const payment = {
    id: 'p',
    state: 'paid-not-delivered',
    product: 'us-card',
    cardId: 'card_1',
    amountAtomic: 50_000_000n,
    accountId: '0xaa',
    payer: '0xaa',
  };
  const known = { cards: [waiting('pending', HOUR)] };
  expect(said({ ...known, payments: [payment] })).toEqual([]);
  expect(said({ ...known, payments: [{ ...payment, state: 'delivered' }] })).toHaveLength(1);
});

test.each([
  [61_000, '61 seconds'],
  [120_000, '2 minutes'],
  [25 * MINUTE, '25 minutes'],
  [30 * HOUR, '30 hours'],
  [9 * DAY_MS + HOUR, '9 days'],
])('%d ms is said as %s', (ms, words) => expect(ageWords(ms)).toBe(words));
