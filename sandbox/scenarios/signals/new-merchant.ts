import type { Store } from '../../store/store.ts';
import { DAY_MS, exactUsCard, type ExactPurchase } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const KNOWN = ['GITHUB, INC.', 'CLOUDFLARE', 'ANTHROPIC', 'VERCEL INC.', 'NAMECHEAP'];

/**
 * Purchases at five merchants weeks ago, too few lately for a
 * usual daily amount, and the given purchases three days ago.
 */
const bought = (store: Store, owner: string, recent: Pick<ExactPurchase, 'cents' | 'at'>[]): void => {
  const earlier = KNOWN.map((at, index) => ({ cents: 2_500, at, agoMs: (15 + 8 * index) * DAY_MS }));
  exactUsCard(store, owner, {
    dollars: 250,
    orderedAgoMs: 60 * DAY_MS,
    purchases: [...earlier, ...recent.map((purchase) => ({ ...purchase, agoMs: 3 * DAY_MS }))],
  });
};

/** Raised: $45.00 at a new merchant. Not: a known one spelled differently, and a new one below $20.00. */
export const newMerchant: SignalScenario = {
  raises: (store, owner) => bought(store, owner, [{ cents: 4_500, at: 'CASINO ROYALE' }]),
  doesNot: (store, owner) =>
    bought(store, owner, [
      { cents: 4_500, at: 'Vercel' },
      { cents: 1_999, at: 'CASINO ROYALE' },
    ]),
};
