import type { Store } from '../store/store.ts';
import { DAY_MS, exactIntlCard, exactUsCard, HOUR_MS, MINUTE_MS } from './exact-card.ts';

/** A merchant's name that a spreadsheet would calculate: exports must make it inert. */
export const FORMULA_MERCHANT = '=1+1';

/** Cards of every status of both products, transactions of both shapes, and words that no document has. */
export function seedEveryStatus(store: Store, owner: string): void {
  store.account(owner).balance = {
    cents: 7_550,
    totalDepositsCents: 20_000,
    createdAt: store.clock.now() - 90 * DAY_MS,
  };
  usCards(store, owner);
  intlCards(store, owner);
}

function usCards(store: Store, owner: string): void {
  const stuck = exactUsCard(store, owner, { dollars: 35, orderedAgoMs: 12 * MINUTE_MS });
  stuck.readyAt = Infinity;
  exactUsCard(store, owner, {
    dollars: 60,
    orderedAgoMs: 5 * DAY_MS,
    purchases: [
      { cents: 1_999, at: 'VERCEL INC.', agoMs: 4 * DAY_MS, written: 'day' },
      // The same purchase twice on one day is two purchases, not one.
      { cents: 250, at: 'SERPER.DEV', agoMs: 3 * DAY_MS, written: 'day' },
      { cents: 250, at: 'SERPER.DEV', agoMs: 3 * DAY_MS, written: 'day' },
      { cents: 1_299, at: 'AMAZON.COM*RT4K2', agoMs: 2 * DAY_MS },
      { cents: -1_299, at: 'AMAZON.COM*RT4K2', agoMs: 5 * HOUR_MS },
      { cents: 500, at: FORMULA_MERCHANT, agoMs: 4 * HOUR_MS },
    ],
  });
  exactUsCard(store, owner, {
    dollars: 20,
    orderedAgoMs: 19 * DAY_MS,
    purchases: [{ cents: 2_000, at: 'STAPLES', agoMs: 18 * DAY_MS, written: 'day' }],
  });
  exactUsCard(store, owner, { dollars: 45, orderedAgoMs: 8 * DAY_MS }).told = { status: 'under_review' };
  exactUsCard(store, owner, {
    dollars: 80,
    orderedAgoMs: 11 * DAY_MS,
    purchases: [{ cents: 3_120, at: 'NOTION LABS', agoMs: 9 * DAY_MS }],
  }).told = { cardType: 'Reloadable' };
}

function intlCards(store: Store, owner: string): void {
  exactIntlCard(store, owner, { dollars: 150, orderedAgoMs: 3 * HOUR_MS, state: 'queued', label: 'Queued' });
  // Its id changed when the issuer made it; the old id still finds it.
  exactIntlCard(store, owner, {
    dollars: 200,
    orderedAgoMs: 6 * DAY_MS,
    label: 'Reissued',
    reissued: true,
    purchases: [
      { cents: 1_190, at: 'Hetzner Online GmbH', agoMs: 4 * DAY_MS },
      { cents: 840, at: 'OVH SAS', agoMs: 3 * DAY_MS, status: 'pending' },
      { cents: 9_900, at: 'OVH SAS', agoMs: 3 * DAY_MS, status: 'declined' },
      { cents: -390, at: 'Hetzner Online GmbH', agoMs: 2 * DAY_MS },
      { cents: 1_500, at: 'Proton AG', agoMs: DAY_MS, status: 'disputed' },
    ],
  });
  const spent = (dollars: number, days: number) => ({
    dollars,
    orderedAgoMs: days * DAY_MS,
    purchases: [{ cents: dollars * 100, at: 'Deutsche Bahn', agoMs: (days - 2) * DAY_MS }],
  });
  exactIntlCard(store, owner, { ...spent(120, 30), state: 'complete', label: 'Complete' });
  exactIntlCard(store, owner, { ...spent(110, 88), state: 'archived', label: 'Archived' });
  const back = (dollars: number, days: number) => ({ dollars, orderedAgoMs: days * DAY_MS });
  exactIntlCard(store, owner, { ...back(130, 4), state: 'refund-requested', label: 'Sent back' });
  const approved = 'refund-requested-approved-for-queue';
  exactIntlCard(store, owner, { ...back(140, 7), state: approved, label: 'Sent back, approved' });
  exactIntlCard(store, owner, { ...back(160, 14), state: 'refunded', label: 'Refunded' });
  const frozen = exactIntlCard(store, owner, { ...back(170, 10), label: 'Frozen by its issuer' });
  frozen.told = { status: 'frozen-by-issuer' };
}
