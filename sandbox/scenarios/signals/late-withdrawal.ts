import type { Store } from '../../store/store.ts';
import { DAY_MS, exactUsCard, HOUR_MS, MINUTE_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const withdrawn = (store: Store, owner: string, agoMs: number) =>
  Object.assign(
    store.withdrawals.add({ owner, amountCents: 2_000, address: owner }, store.clock.now() - agoMs),
    { dueAt: Infinity },
  );

/**
 * Raised: a withdrawal pending for two hours. Not: one pending for fifty minutes, and one of two hours ago
 * that failed. The card keeps the account from being empty.
 */
export const lateWithdrawal: SignalScenario = {
  raises: (store, owner) => {
    exactUsCard(store, owner, { dollars: 50, orderedAgoMs: DAY_MS });
    withdrawn(store, owner, 2 * HOUR_MS);
  },
  doesNot: (store, owner) => {
    exactUsCard(store, owner, { dollars: 50, orderedAgoMs: DAY_MS });
    withdrawn(store, owner, 50 * MINUTE_MS);
    Object.assign(withdrawn(store, owner, 2 * HOUR_MS), { state: 'failed' });
  },
};
