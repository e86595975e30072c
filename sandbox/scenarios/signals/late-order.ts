import { exactIntlCard, HOUR_MS } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

const ordered = (hours: number) => ({ dollars: 100, orderedAgoMs: hours * HOUR_MS });

/**
 * Raised: an order queued for 30 hours. Not: one queued for 23 hours, and one of 30 hours ago that was made.
 */
export const lateOrder: SignalScenario = {
  raises: (store, owner) => void exactIntlCard(store, owner, { ...ordered(30), state: 'queued' }),
  doesNot: (store, owner) => {
    exactIntlCard(store, owner, { ...ordered(23), state: 'queued' });
    exactIntlCard(store, owner, { ...ordered(30), reissued: true });
  },
};
