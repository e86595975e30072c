import { DAY_MS, exactIntlCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (dollars: number, feeCents: number) => ({ dollars, feeCents, orderedAgoMs: 2 * DAY_MS });

/**
 * Raised: a fee of $12.00 for a card of $250, where 3.8 % are
 * $9.50. Not: the documented fee, with a cent of rounding.
 */
export const feeDrift: SignalScenario = {
  raises: (store, owner) => void exactIntlCard(store, owner, ordered(250, 1_200)),
  doesNot: (store, owner) => {
    exactIntlCard(store, owner, ordered(250, 950));
    exactIntlCard(store, owner, ordered(333, 1_266));
  },
};
