import type { Store } from '../../store/store.ts';
import { DAY_MS, exactUsCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

/**
 * Six purchases of $12.00 at one merchant weeks ago, and one two days ago, with the name spelled differently.
 */
const bought = (store: Store, owner: string, cents: number): void => {
  const usual = [20, 26, 33, 41, 47, 55].map((days) => ({
    cents: 1_200,
    at: 'DIGITALOCEAN.COM',
    agoMs: days * DAY_MS,
  }));
  exactUsCard(store, owner, {
    dollars: 300,
    orderedAgoMs: 60 * DAY_MS,
    purchases: [...usual, { cents, at: 'DigitalOcean.com', agoMs: 2 * DAY_MS }],
  });
};

/** Raised: six and a half times the usual. Not: a cent below five times. */
export const unusualAmount: SignalScenario = {
  raises: (store, owner) => bought(store, owner, 7_800),
  doesNot: (store, owner) => bought(store, owner, 5_999),
};
