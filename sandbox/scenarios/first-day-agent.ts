import type { Store } from '../store/store.ts';
import { seededRandom } from './random.ts';
import { seedUsCard } from './seed-card.ts';

const HOUR_MS = 3_600_000;

/**
 * An agent that started this morning: two cards, its first
 * purchases, no balance yet (`/get-account-balance` answers 404).
 */
export function seedFirstDayAgent(store: Store, owner: string): void {
  const random = seededRandom(1);
  store.account(owner).balance = null;
  seedUsCard(store, {
    owner,
    random,
    amountCents: 2_500,
    ageMs: 5 * HOUR_MS,
    spentCents: 1_384,
    transactions: 3,
  });
  seedUsCard(store, { owner, random, amountCents: 1_000, ageMs: HOUR_MS, spentCents: 0, transactions: 0 });
}
