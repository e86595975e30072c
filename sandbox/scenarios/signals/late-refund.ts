import { DAY_MS, exactIntlCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (days: number) => ({ dollars: 150, orderedAgoMs: days * DAY_MS, reissued: true });
const bought = (days: number) => ({ purchases: [{ cents: 4_000, at: 'BOOKING.COM', agoMs: days * DAY_MS }] });

/**
 * Laso does not say when a refund was requested: it may be since four weeks, when the card was ordered. Else it cannot be longer than six days, when
 * something was still bought; and a card of four weeks that has been refunded.
 */
export const lateRefund: SignalScenario = {
  raises: (store, owner) => void exactIntlCard(store, owner, { ...ordered(28), state: 'refund-requested' }),
  doesNot: (store, owner) => {
    exactIntlCard(store, owner, { ...ordered(28), ...bought(6), state: 'refund-requested' });
    exactIntlCard(store, owner, { ...ordered(28), state: 'refunded' });
  },
};
