import { afterAll, beforeAll, expect, test } from 'vitest';
import { allSignals } from '#domain/signals/all-signals.ts';
import { lateSignals } from '#domain/signals/late-signals.ts';
import type { KnownPayment } from '#domain/signals/payments.ts';
import { DEFAULT_THRESHOLDS, type Signal, type SignalKind } from '#domain/signals/signal.ts';
import { createSandbox, type Sandbox } from '../../app.ts';
import { post } from '../../testing/calls.ts';
import { readCards, readWithdrawn } from '../../testing/read-as-dashboard.ts';
import { CARD_SIGNAL_KINDS } from './signal-scenarios.ts';

const NOON = Date.UTC(2026, 10, 21, 12);
// Around midnight, which decides what "today" is (a moment at midnight itself is read as a plain day), and at
// the ends of months of different length.
const TIMES = [
  NOON,
  Date.UTC(2026, 10, 21, 0, 0, 30),
  Date.UTC(2026, 7, 31, 23, 59, 59),
  Date.UTC(2027, 2, 1, 5),
];

let now = NOON;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'none',
    solana: false,
    now: () => now,
  });
});
afterAll(() => sandbox.close());

const signalsOf = async (owner: string, payments: KnownPayment[] = []): Promise<Signal[]> => {
  const cards = await readCards(sandbox, owner);
  const common = { cards, payments, thresholds: DEFAULT_THRESHOLDS, nowMs: sandbox.clock.now() };
  return [
    ...allSignals({ ...common, isComplete: true, refreshesLeft: () => 24 }),
    ...lateSignals({
      ...common,
      withdrawals: await readWithdrawn(sandbox, owner),
      firstSeen: () => null,
    }),
  ];
};
const kindsOf = (signals: Signal[]): SignalKind[] => [...new Set(signals.map(({ kind }) => kind))];

test.each(CARD_SIGNAL_KINDS)('%s: one scenario raises it alone, its twin raises nothing', async (kind) => {
  const { signal: owner } = sandbox.accounts;
  for (const time of TIMES) {
    now = time;
    sandbox.seed({ scenario: 'signal', kind, raises: true });
    const raised = await signalsOf(owner);
    expect(kindsOf(raised)).toEqual([kind]);
    const ids = sandbox.store.cardsOf(owner).map(({ cardId }) => cardId);
    for (const { cardIds } of raised) expect(ids).toEqual(expect.arrayContaining([...cardIds]));

    sandbox.seed({ scenario: 'signal', kind, raises: false });
    expect(sandbox.store.cardsOf(owner)).not.toEqual([]);
    expect(await signalsOf(owner)).toEqual([]);
  }
});

test('the first-day agent raises nothing; a payment of this browser adds its own signals', async () => {
  now = NOON;
  sandbox.seed({ scenario: 'first-day' });
  const { firstDay, busy } = sandbox.accounts;
  const payment = {
    id: 'p',
    state: 'delivered',
    product: 'us-card',
    cardId: null,
    amountAtomic: 25_000_000n,
    accountId: firstDay,
    payer: firstDay,
  };
  expect(await signalsOf(firstDay, [payment])).toEqual([]);
  expect(kindsOf(await signalsOf(firstDay, [{ ...payment, payer: busy }]))).toEqual(['other-payer']);
  expect(kindsOf(await signalsOf(firstDay, [{ ...payment, state: 'paid-not-delivered' }]))).toEqual([
    'paid-not-delivered',
  ]);
});

test('the control route seeds one too, into the named account', async () => {
  const account = sandbox.accounts.second;
  const body = { scenario: 'signal', kind: 'fee-drift', raises: true, account: account.toUpperCase() };
  expect((await post(sandbox, '/__sandbox/seed', body)).status).toBe(200);
  expect(kindsOf(await signalsOf(account))).toEqual(['fee-drift']);
  expect((await post(sandbox, '/__sandbox/seed', { ...body, kind: 'bad-mood' })).status).toBe(400);
});
