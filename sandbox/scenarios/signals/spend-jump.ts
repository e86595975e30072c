import type { Store } from '../../store/store.ts';
import { DAY_MS, exactUsCard } from '../exact-card.ts';
import type { SignalScenario } from './signal-scenario.ts';

/**
 * $500.00 in ten purchases of the four weeks before, which is $17.86 a day, and the given amount just now.
 */
const bought = (store: Store, owner: string, todayCents: number): void => {
  const merchants = ['OPENAI *API CREDITS', 'REPLICATE'];
  const earlier = Array.from({ length: 10 }, (_, index) => ({
    cents: 5_000,
    at: merchants[index % 2] ?? '',
    // None of these is within the days that the signal compares.
    agoMs: (8 + 2 * index) * DAY_MS,
  }));
  exactUsCard(store, owner, {
    dollars: 700,
    orderedAgoMs: 35 * DAY_MS,
    // The purchase is now, because an hour ago may have been yesterday.
    purchases: [...earlier, { cents: todayCents, at: 'REPLICATE', agoMs: 0 }],
  });
};

/** Raised: $60.00 today. Not: $50.00, which is less than three times the usual day. */
export const spendJump: SignalScenario = {
  raises: (store, owner) => bought(store, owner, 6_000),
  doesNot: (store, owner) => bought(store, owner, 5_000),
};
