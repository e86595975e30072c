import { DAY_MS, exactIntlCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (days: number) => ({ dollars: 150, orderedAgoMs: days * DAY_MS, reissued: true });
const bought = (days: number) => ({ purchases: [{ cents: 4_000, at: 'BOOKING.COM', agoMs: days * DAY_MS }] });

/**
 * Laso does not say when a refund was requested. Raised: perhaps four weeks ago, when the card was ordered.
 * Not: at most six days ago, because the card still bought something then; and a card of four weeks that
 * has been refunded.
 */
export const lateRefund: SignalScenario = {
  raises: (store, owner) => void exactIntlCard(store, owner, { ...ordered(28), state: 'refund-requested' }),
  doesNot: (store, owner) => {
    exactIntlCard(store, owner, { ...ordered(28), ...bought(6), state: 'refund-requested' });
    exactIntlCard(store, owner, { ...ordered(28), state: 'refunded' });
  },
};
