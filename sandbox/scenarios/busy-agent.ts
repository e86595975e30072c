import type { Store } from '../store/store.ts';
import type { IntlState } from '../store/stored-card.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AMOUNTS = [15_000, 20_000, 25_000, 12_000, 30_000, 18_000, 24_000, 16_000, 22_000, 10_000];

/** This card lacks $3.50 on purpose: usd_amount ≠ available_balance + debits − credits ("not explained"). */
export const UNEXPLAINED_CENTS = 350;

/** [cents, age in days]: paid out on the local chain when a caller first reads them. */
const WITHDRAWN: readonly (readonly [number, number])[] = [
  [12_000, 34],
  [3_513, 12],
];

/** [state, age in days, share spent, transactions, dollars, label] */
const INTL: readonly (readonly [IntlState, number, number, number, number, string])[] = [
  ['queued', 0.13, 0, 0, 150, 'Rail tickets'],
  ['queued', 0.8, 0, 0, 300, ''],
  ['redeemable', 4, 0.35, 12, 250, 'EU servers'],
  ['redeemable', 12, 0.62, 12, 200, 'Conference trip'],
  ['redeemable', 23, 0.9, 12, 180, ''],
  ['complete', 41, 1, 12, 160, 'Design tools'],
  ['complete', 58, 0.97, 12, 220, 'Offsite booking'],
  ['complete', 79, 1, 12, 180, ''],
  ['refund-requested', 9, 0, 0, 150, 'Wrong currency'],
  ['refund-requested-approved-for-queue', 17, 0, 0, 100, ''],
  // What the card bought before its refund stays spent, and no longer counts as loaded.
  ['refunded', 34, 0.15, 4, 200, 'Ordered twice'],
  ['archived', 86, 1, 8, 150, ''],
];

/**
 * 40 cards of every status, U.S. and international, and 400 transactions over three months. The same for the
 * same seed and time.
 */
export function seedBusyAgent(store: Store, owner: string, seed = 402): void {
  const random = seededRandom(seed);
  const now = store.clock.now();
  const common = { owner, random };
  store.account(owner).balance = { cents: 4_127, totalDepositsCents: 19_640, createdAt: now - 71 * DAY_MS };

  // The difference between deposits and balance was withdrawn.
  for (const [amountCents, days] of WITHDRAWN)
    store.withdrawals.add({ owner, amountCents, address: owner }, now - days * DAY_MS);

  // Ordered 26 minutes ago and still pending: a card that its owner should report to support.
  seedUsCard(store, {
    ...common,
    amountCents: 3_500,
    ageMs: 26 * 60_000,
    spentCents: 0,
    transactions: 0,
    stuck: true,
  });
  seedUsCard(store, { ...common, amountCents: 5_000, ageMs: 3 * HOUR_MS, spentCents: 0, transactions: 0 });
  for (let index = 0; index < 26; index += 1) {
    const amountCents = AMOUNTS[index % AMOUNTS.length] ?? 10_000;
    const depleted = index >= 13;
    const share = depleted ? 1 : 0.3 + random() * 0.68;
    const card = seedUsCard(store, {
      ...common,
      amountCents,
      ageMs: Math.round((1.2 + index * 3.4) * DAY_MS),
      spentCents: depleted ? amountCents : Math.round(amountCents * share),
      // With the international ones there are 400 in all.
      transactions: index < 4 ? 13 : 12,
    });
    if (index === 5) card.availableCents -= UNEXPLAINED_CENTS;
  }
  for (const [index, [state, days, share, transactions, dollars, label]] of INTL.entries()) {
    const amountCents = dollars * 100;
    seedIntlCard(store, {
      ...common,
      amountCents,
      ageMs: Math.round(days * DAY_MS),
      spentCents: Math.round(amountCents * share),
      transactions,
      state,
      label,
      reissued: index === 2,
    });
  }
}
