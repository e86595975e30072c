import type { Store } from '../store/store.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

const DAY_MS = 24 * 3_600_000;

/** A quieter agent, three weeks old: six U.S. cards and one international, a small balance. */
export function seedSecondAgent(store: Store, owner: string): void {
  const random = seededRandom(2);
  const now = store.clock.now();
  store.account(owner).balance = { cents: 1_200, totalDepositsCents: 1_200, createdAt: now - 6 * DAY_MS };
  const shares = [0.2, 0.55, 0.93, 1, 1, 1];
  for (const [index, share] of shares.entries()) {
    const amountCents = [4_000, 2_500, 5_000, 3_000, 1_500, 2_000][index] ?? 2_500;
    const spentCents = Math.round(amountCents * share);
    const ageMs = Math.round((0.9 + index * 3.6) * DAY_MS);
    seedUsCard(store, { owner, random, amountCents, ageMs, spentCents, transactions: 2 + index });
  }
  const common = { owner, random, amountCents: 10_000, ageMs: 8 * DAY_MS, label: 'Translations' };
  seedIntlCard(store, { ...common, state: 'redeemable', spentCents: 4_310, transactions: 4 });
}
