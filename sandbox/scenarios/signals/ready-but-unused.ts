import { DAY_MS, exactIntlCard, exactUsCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

/**
 * Raised: nine days without a purchase, or with a declined
 * one only. Not: six days, and an old card with one purchase.
 */
export const readyButUnused: SignalScenario = {
  raises: (store, owner) => {
    exactUsCard(store, owner, { dollars: 50, orderedAgoMs: 9 * DAY_MS });
    const declined = { cents: 1_200, at: 'DeepL SE', agoMs: 8 * DAY_MS, status: 'declined' };
    exactIntlCard(store, owner, { dollars: 100, orderedAgoMs: 10 * DAY_MS, purchases: [declined] });
  },
  doesNot: (store, owner) => {
    exactUsCard(store, owner, { dollars: 50, orderedAgoMs: 6 * DAY_MS });
    const bought = { cents: 400, at: 'GITHUB, INC.', agoMs: 19 * DAY_MS };
    exactUsCard(store, owner, { dollars: 50, orderedAgoMs: 20 * DAY_MS, purchases: [bought] });
  },
};
