import { exactUsCard, MINUTE_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (orderedAgoMs: number) => ({ dollars: 25, orderedAgoMs });

/**
 * Raised: a card pending for 25 minutes. Not: one pending
 * for seconds, and one of 25 minutes ago that is ready.
 */
export const lateCard: SignalScenario = {
  raises: (store, owner) =>
    void Object.assign(exactUsCard(store, owner, ordered(25 * MINUTE_MS)), { readyAt: Infinity }),
  doesNot: (store, owner) => {
    Object.assign(exactUsCard(store, owner, ordered(3_000)), { readyAt: Infinity });
    exactUsCard(store, owner, ordered(25 * MINUTE_MS));
  },
};
