import { DAY_MS, exactUsCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (days: number, spentCents: number) => ({
  dollars: 100,
  orderedAgoMs: days * DAY_MS,
  purchases: [{ cents: spentCents, at: 'STAPLES', agoMs: (days - 3) * DAY_MS }],
});

/**
 * Raised: $40.00 on a card that expires in about two weeks. Not:
 * a card with more than a month left, and an old empty one.
 */
export const expiringMoney: SignalScenario = {
  raises: (store, owner) => void exactUsCard(store, owner, ordered(168, 6_000)),
  doesNot: (store, owner) => {
    exactUsCard(store, owner, ordered(148, 6_000));
    exactUsCard(store, owner, ordered(168, 10_000));
  },
};
