import type { Store } from '../../store/store.ts';
import { DAY_MS, exactUsCard, type ExactPurchase } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const KNOWN = ['GITHUB, INC.', 'CLOUDFLARE', 'ANTHROPIC', 'VERCEL INC.', 'NAMECHEAP'];

/** Five merchants of weeks ago, too few lately to say what a day usually costs, and what was bought three days ago. */
const bought = (store: Store, owner: string, recent: Pick<ExactPurchase, 'cents' | 'at'>[]): void => {
  const earlier = KNOWN.map((at, index) => ({ cents: 2_500, at, agoMs: (15 + 8 * index) * DAY_MS }));
  exactUsCard(store, owner, {
    dollars: 250,
    orderedAgoMs: 60 * DAY_MS,
    purchases: [...earlier, ...recent.map((purchase) => ({ ...purchase, agoMs: 3 * DAY_MS }))],
  });
};

/** $45.00 at a merchant never seen; else a known one written differently, and an unknown one below $20.00. */
export const newMerchant: SignalScenario = {
  raises: (store, owner) => bought(store, owner, [{ cents: 4_500, at: 'CASINO ROYALE' }]),
  doesNot: (store, owner) =>
    bought(store, owner, [
      { cents: 4_500, at: 'Vercel' },
      { cents: 1_999, at: 'CASINO ROYALE' },
    ]),
};
