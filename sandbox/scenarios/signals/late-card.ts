import { exactUsCard, MINUTE_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (orderedAgoMs: number) => ({ dollars: 25, orderedAgoMs });

/** Pending for 25 minutes; else for a few seconds, and one of 25 minutes ago that came long since. */
export const lateCard: SignalScenario = {
  raises: (store, owner) =>
    void Object.assign(exactUsCard(store, owner, ordered(25 * MINUTE_MS)), { readyAt: Infinity }),
  doesNot: (store, owner) => {
    Object.assign(exactUsCard(store, owner, ordered(3_000)), { readyAt: Infinity });
    exactUsCard(store, owner, ordered(25 * MINUTE_MS));
  },
};
