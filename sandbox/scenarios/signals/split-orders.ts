import { DAY_MS, exactUsCard, MINUTE_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (dollars: number, orderedAgoMs: number) => ({ dollars, orderedAgoMs });

/**
 * Raised: $1,200 in three orders within nine minutes. Not: $1,200 in eleven minutes, exactly $1,000 in four,
 * and one order of $1,000.
 */
export const splitOrders: SignalScenario = {
  raises: (store, owner) => {
    for (const minutes of [0, 4, 9])
      exactUsCard(store, owner, ordered(400, 2 * DAY_MS + minutes * MINUTE_MS));
  },
  doesNot: (store, owner) => {
    for (const minutes of [0, 11]) exactUsCard(store, owner, ordered(600, DAY_MS + minutes * MINUTE_MS));
    for (const minutes of [0, 4]) exactUsCard(store, owner, ordered(500, 2 * DAY_MS + minutes * MINUTE_MS));
    exactUsCard(store, owner, ordered(1_000, 3 * DAY_MS));
  },
};
