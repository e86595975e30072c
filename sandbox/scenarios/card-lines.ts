import type { Store } from '../store/store.ts';
import { DAY_MS, exactIntlCard, exactUsCard, HOUR_MS } from './exact-card.ts';

/** Lines that cannot be read for sure: a comma with two meanings, no amount, no line at all. */
export const UNREADABLE_LINES: readonly unknown[] = [
  { amount: '12,50', date: '11/5/26, 6:40 PM', description: 'CAFE CENTRAL', is_credit: false },
  { amount: null, date: 'soon', description: 'AMOUNT TO FOLLOW', is_credit: false },
  null,
];
/** The amount that these took from their card. */
export const UNREAD_TOOK_CENTS = 1_999;

/**
 * Cards that differ in their lines: unused, thousands,
 * partial and whole refunds, and lines that cannot be read.
 */
export function seedCardLines(store: Store, owner: string): void {
  store.account(owner).balance = null;
  exactUsCard(store, owner, { dollars: 50, orderedAgoMs: 12 * DAY_MS });
  exactUsCard(store, owner, {
    dollars: 50,
    orderedAgoMs: 10 * DAY_MS,
    purchases: [{ cents: 3_000, at: 'PAPERBACK STORE', agoMs: 9 * DAY_MS }],
  });
  exactUsCard(store, owner, {
    dollars: 1_050,
    orderedAgoMs: 9 * DAY_MS,
    purchases: [
      { cents: 102_345, at: 'BIKE WORKSHOP', agoMs: 8 * DAY_MS },
      { cents: -2_345, at: 'BIKE WORKSHOP', agoMs: 6 * DAY_MS },
    ],
  });
  // A purchase of the whole amount, refunded: the money is on the card again, and it came from the merchant.
  exactUsCard(store, owner, {
    dollars: 75,
    orderedAgoMs: 8 * DAY_MS,
    purchases: [
      { cents: 7_500, at: 'STAPLES', agoMs: 7 * DAY_MS, written: 'day' },
      { cents: -7_500, at: 'STAPLES', agoMs: 5 * DAY_MS, written: 'day' },
    ],
  });
  const unread = exactUsCard(store, owner, {
    dollars: 200,
    orderedAgoMs: 7 * DAY_MS,
    purchases: [{ cents: 1_250, at: 'TEA HOUSE', agoMs: 30 * HOUR_MS }],
  });
  unread.told = { lines: UNREADABLE_LINES };
  unread.availableCents -= UNREAD_TOOK_CENTS;
  exactIntlCard(store, owner, {
    dollars: 300,
    orderedAgoMs: 20 * DAY_MS,
    purchases: [
      { cents: 8_660, at: 'KYOTO CERAMICS', agoMs: 15 * DAY_MS },
      { cents: -8_660, at: 'KYOTO CERAMICS', agoMs: 12 * DAY_MS },
      { cents: 1_200, at: 'OSAKA METRO', agoMs: 11 * DAY_MS, status: 'pending' },
    ],
  });
}
