import { DAY_MS, exactUsCard, HOUR_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const read = (agoMs: number, spentCents: number) => ({
  dollars: 80,
  orderedAgoMs: 14 * DAY_MS,
  readAgoMs: agoMs,
  purchases: [{ cents: spentCents, at: 'NOTION LABS', agoMs: 13 * DAY_MS }],
});

/**
 * Raised: a balance read five days ago. Not: one read less
 * than three days ago, and an old one of an empty card.
 */
export const balanceTooOld: SignalScenario = {
  raises: (store, owner) => void exactUsCard(store, owner, read(5 * DAY_MS, 3_000)),
  doesNot: (store, owner) => {
    exactUsCard(store, owner, read(3 * DAY_MS - HOUR_MS, 3_000));
    exactUsCard(store, owner, read(5 * DAY_MS, 8_000));
  },
};
