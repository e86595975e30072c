import { DAY_MS, exactIntlCard, exactUsCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const used = (dollars: number, leftCents: number) => ({
  dollars,
  orderedAgoMs: 20 * DAY_MS,
  purchases: [{ cents: dollars * 100 - leftCents, at: 'CLOUDFLARE', agoMs: 12 * DAY_MS }],
});

/**
 * Raised: two used cards with less than $5.00. Not: exactly
 * $5.00, an empty card, and a small one that was never used.
 */
export const strandedMoney: SignalScenario = {
  raises: (store, owner) => {
    exactUsCard(store, owner, used(25, 180));
    exactIntlCard(store, owner, used(100, 499));
  },
  doesNot: (store, owner) => {
    exactUsCard(store, owner, used(25, 500));
    exactUsCard(store, owner, used(40, 0));
    exactUsCard(store, owner, { dollars: 4, orderedAgoMs: 2 * DAY_MS });
  },
};
