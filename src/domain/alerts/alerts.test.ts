import { expect, test } from 'vitest';
import { accountIdOf } from '../account.ts';
import type { Card } from '../card.ts';
import { addDays, dayOf } from '../day.ts';
import { testCard } from '#testing/card.ts';
import { DEFAULT_ALERT_RULES, type AlertKind, type AlertRule } from './alert-rules.ts';
import { alertsOf, gapsOf, type KnownOfAccount } from './alerts-of.ts';
import { sinceLastLook } from './first-look.ts';
import { newlyReady } from './newly-ready.ts';

const NOW = Date.UTC(2026, 4, 4, 12);
const SINCE = NOW - 60_000;
const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');

const rulesWith = (kind: AlertKind, change: Partial<AlertRule> = {}) => ({
  ...DEFAULT_ALERT_RULES,
  [kind]: { ...DEFAULT_ALERT_RULES[kind], on: true, sinceMs: SINCE, ...change },
});

/** Cards are in the list of U.S. cards unless a test says otherwise. */
interface Told {
  cards?: Card[];
  balanceCents?: number | null;
}

const known = ({
  cards = [],
  balanceCents = 0,
  ...change
}: Told & Partial<KnownOfAccount> = {}): KnownOfAccount => ({
  accountId: ACCOUNT,
  us: { value: cards, atMs: NOW },
  intl: { value: [], atMs: NOW },
  balance: balanceCents === null ? null : { value: balanceCents, atMs: NOW },
  payments: [],
  nowMs: NOW,
  ...change,
});

const boughtToday = (id: string, description: string, amountCents: number, day = dayOf(NOW)): Card =>
  testCard({
    id,
    transactions: [
      {
        key: 'a',
        amountCents,
        kind: 'purchase',
        description,
        when: { kind: 'day', day },
        status: null,
      },
    ],
  });

const sentences = (kind: AlertKind, change: Told & Partial<KnownOfAccount>, rule: Partial<AlertRule> = {}) =>
  alertsOf(rulesWith(kind, rule), known(change)).flatMap(({ found }) => found.map((alert) => alert.sentence));

test('an order above the amount is reported; one of exactly the amount, or older than the rule, is not', () => {
  const cards = [
    testCard({ id: 'new', usdAmountCents: 2_501, orderedAtMs: NOW }),
    testCard({ id: 'exact', usdAmountCents: 2_500, orderedAtMs: NOW }),
    testCard({ id: 'old', usdAmountCents: 9_000, orderedAtMs: SINCE - 1 }),
  ];
  expect(sentences('order', { cards }, { limitCents: 2_500 })).toEqual([
    'A card of $25.01 was ordered: over your $25.00 alert for one order.',
  ]);
});

test('a day and a merchant are added up over all cards of the account', () => {
  const cards = [boughtToday('a', 'OPENAI *API', 6_000), boughtToday('b', 'OPENAI *API', 5_000)];
  expect(sentences('day', { cards }, { limitCents: 10_999 })).toHaveLength(1);
  expect(sentences('day', { cards }, { limitCents: 11_000 })).toEqual([]);
  expect(sentences('merchant-day', { cards }, { limitCents: 10_000 })[0]).toContain('$110.00 was spent at');
  const other = [boughtToday('a', 'OPENAI *API', 6_000), boughtToday('b', 'HETZNER', 5_000)];
  expect(sentences('merchant-day', { cards: other }, { limitCents: 10_000 })).toEqual([]);
});

test('what is left is the balance and the cards together', () => {
  const cards = [testCard({ availableCents: 1_500 })];
  expect(sentences('low-balance', { cards, balanceCents: 499 }, { limitCents: 2_000 })).toEqual([
    '$19.99 is left on cards and in the Laso balance: under your $20.00 alert.',
  ]);
  expect(sentences('low-balance', { cards, balanceCents: 500 }, { limitCents: 2_000 })).toEqual([]);
});

test('a card that does not tell its balance may hold what was not spent of it: no false alarm, and none where nothing can be said', () => {
  const untold = testCard({ availableCents: null, usdAmountCents: 5_000 });
  expect(sentences('low-balance', { cards: [untold] }, { limitCents: 2_000 })).toEqual([]);
  const spent = { ...untold, transactions: boughtToday('a', 'OPENAI', 4_000).transactions };
  expect(sentences('low-balance', { cards: [spent] }, { limitCents: 2_000 })).toEqual([
    'At most $10.00 is left on cards and in the Laso balance: under your $20.00 alert.',
  ]);
  const cards = [{ ...untold, usdAmountCents: null }];
  expect(alertsOf(rulesWith('low-balance'), known({ cards }))).toEqual([]);
});

test('a day that passed its limit late in the evening is reported by name the next morning; one older than the rule is not', () => {
  const since = { sinceMs: NOW - 30 * 3_600_000 };
  const yesterday = boughtToday('a', 'OPENAI', 30_000, addDays(dayOf(NOW), -1));
  const rules = rulesWith('day', { ...since, limitCents: 20_000 });
  const evening = sinceLastLook({}, alertsOf(rules, known()), 0);
  const morning = sinceLastLook(evening.seen, alertsOf(rules, known({ cards: [yesterday] })), 0);
  expect(morning.fresh.map(({ sentence }) => sentence)).toEqual([
    '$300.00 was spent on May 3, 2026: over your $200.00 alert for one day.',
  ]);
  expect(sinceLastLook(morning.seen, alertsOf(rules, known({ cards: [yesterday] })), 0).fresh).toEqual([]);
  expect(sentences('merchant-day', { cards: [yesterday] }, since)).toHaveLength(1);
  const older = boughtToday('b', 'OPENAI', 30_000, addDays(dayOf(NOW), -2));
  expect(sentences('day', { cards: [older] }, since)).toEqual([]);
});

test('what was not read tells nothing, and what was read before the rule was on does not either', () => {
  expect(alertsOf(rulesWith('low-balance'), known({ intl: null }))).toEqual([]);
  expect(alertsOf(rulesWith('low-balance'), known({ balanceCents: null }))).toEqual([]);
  const old = { value: [], atMs: SINCE - 1 };
  expect(alertsOf(rulesWith('day'), known({ us: old, intl: old }))).toEqual([]);
  expect(alertsOf(DEFAULT_ALERT_RULES, known())).toEqual([]);
});

test('a list that cannot be read silences no rule that does not need it', () => {
  const unreachable = { us: null, intl: null, balance: null };
  const payment = {
    id: 'p',
    state: 'unknown',
    product: 'us-card',
    cardId: null,
    amountAtomic: 5n,
    accountId: ACCOUNT,
    payer: ACCOUNT,
  };
  expect(sentences('payment', { ...unreachable, payments: [payment] })).toHaveLength(1);
  const cards = [testCard({ usdAmountCents: 9_000, orderedAtMs: NOW }), boughtToday('b', 'X', 9_000)];
  for (const kind of ['order', 'card-ready', 'day', 'merchant-day'] as const)
    expect(sentences(kind, { cards, intl: null }, { limitCents: 100 }), kind).not.toEqual([]);
});

test('a list that could be read only later is history, not news', () => {
  const rules = rulesWith('card-ready');
  const intl = {
    value: [testCard({ id: 'i', type: 'intl', status: 'complete', orderedAtMs: NOW })],
    atMs: NOW,
  };
  const us = [testCard({ id: 'u', orderedAtMs: NOW })];
  const alone = sinceLastLook({}, alertsOf(rules, known({ cards: us, intl: null })), 0);
  const both = sinceLastLook(alone.seen, alertsOf(rules, known({ cards: us, intl })), 0);
  expect(both.fresh).toEqual([]);
  const later = { value: [...intl.value, testCard({ id: 'j', last4: '2222', orderedAtMs: NOW })], atMs: NOW };
  const third = sinceLastLook(both.seen, alertsOf(rules, known({ cards: us, intl: later })), 0);
  expect(third.fresh.map(({ sentence }) => sentence)).toEqual(['Card •••• 2222 is ready.']);
});

test('what cannot be watched is said for the rules that are on', () => {
  const rules = { ...rulesWith('order'), 'low-balance': rulesWith('low-balance')['low-balance'] };
  expect(gapsOf(rules, { us: true, intl: true, balance: true })).toEqual([]);
  expect(gapsOf(rules, { us: true, intl: false, balance: true })).toEqual([
    { kind: 'order', watched: 'us' },
    { kind: 'low-balance', watched: 'nothing' },
  ]);
  expect(gapsOf(rulesWith('payment'), { us: false, intl: false, balance: false })).toEqual([]);
});

test('a payment without an outcome is reported', () => {
  const payment = {
    id: 'p',
    state: 'unknown',
    product: 'us-card',
    cardId: null,
    amountAtomic: 5_000_000n,
    accountId: ACCOUNT,
    payer: ACCOUNT,
  };
  expect(sentences('payment', { payments: [payment] })).toEqual([
    'It is not known yet whether 5.00 USDC was paid.',
  ]);
  expect(sentences('payment', { payments: [{ ...payment, state: 'delivered' }] })).toEqual([]);
});

test('the first look tells nothing that was true already; the next tells what is new, once', () => {
  const rules = rulesWith('card-ready');
  const ready = testCard({ id: 'one', orderedAtMs: NOW });
  const pending = testCard({ id: 'two', last4: '1111', status: 'pending', orderedAtMs: NOW });
  const look = (cards: Card[]) => alertsOf(rules, known({ cards }));
  const first = sinceLastLook({}, look([ready, pending]), 0);
  expect(first.fresh).toEqual([]);
  const second = sinceLastLook(first.seen, look([ready, { ...pending, status: 'ready' }]), 0);
  expect(second.fresh.map(({ sentence }) => sentence)).toEqual(['Card •••• 1111 is ready.']);
  expect(sinceLastLook(second.seen, look([ready, { ...pending, status: 'ready' }]), 0).fresh).toEqual([]);
});

test('a list that was read in part does not make its cards news when it is whole again', () => {
  const look = (cards: Card[]) => alertsOf(rulesWith('card-ready'), known({ cards }));
  const card = testCard({ orderedAtMs: NOW });
  const whole = sinceLastLook({}, look([card]), 0);
  const part = sinceLastLook(whole.seen, look([]), 0);
  expect(sinceLastLook(part.seen, look([card]), 0).fresh).toEqual([]);
});

test('an order between the switch and the first read is reported, but not of an account added later', () => {
  const looked = alertsOf(
    rulesWith('order', { limitCents: 100 }),
    known({ cards: [testCard({ orderedAtMs: NOW })] }),
  );
  expect(sinceLastLook({}, looked, SINCE - 1).fresh).toHaveLength(1);
  expect(sinceLastLook({}, looked, NOW + 1).fresh).toEqual([]);
});

test('a rule that is switched on again starts over', () => {
  const look = (sinceMs: number) =>
    alertsOf(rulesWith('day', { sinceMs, limitCents: 100 }), known({ cards: [boughtToday('a', 'X', 500)] }));
  const empty = alertsOf(rulesWith('day'), known());
  const before = sinceLastLook({}, empty, 0);
  expect(sinceLastLook(before.seen, look(SINCE), 0).fresh).toHaveLength(1);
  expect(sinceLastLook(before.seen, look(SINCE + 1), 0).fresh).toEqual([]);
});

test('a low balance is reported again after it was high enough', () => {
  const look = (balanceCents: number) => alertsOf(rulesWith('low-balance'), known({ balanceCents }));
  const start = sinceLastLook({}, look(9_000), 0);
  const low = sinceLastLook(start.seen, look(10), 0);
  expect(low.fresh).toHaveLength(1);
  const lower = sinceLastLook(low.seen, look(5), 0);
  expect(lower.fresh).toEqual([]);
  const enough = sinceLastLook(lower.seen, look(9_000), 0);
  expect(sinceLastLook(enough.seen, look(10), 0).fresh).toHaveLength(1);
});

test('a queued international card is found again under the id it has when it is fulfilled', () => {
  const queued = testCard({ id: 'q', type: 'intl', status: 'queued', last4: null });
  const done = testCard({ id: 'issuer', queuedOrderCardId: 'q', type: 'intl', status: 'complete' });
  expect(newlyReady([queued], [done])).toEqual([done]);
  expect(newlyReady([done], [done])).toEqual([]);
});
