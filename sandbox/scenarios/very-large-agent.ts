import type { Store } from '../store/store.ts';
import type { IntlState } from '../store/stored-card.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

const DAY_MS = 24 * 3_600_000;
const VERY_LARGE = { cards: 2_000, transactions: 20_000, days: 540 } as const;

/** One card in this many is international, starting with the second, which is new enough to be queued. */
const INTL_EVERY = 4;
/** U.S. cards newer than this still have a balance. */
const IN_USE_DAYS = 12;

/** States of old international cards: mostly complete, some not. */
const PAST_STATES: readonly IntlState[] = [
  'complete',
  'complete',
  'complete',
  'archived',
  'complete',
  'refunded',
  'complete',
  'archived',
];
/** States of cards of about a month ago: some are being refunded. */
const RECENT_STATES: readonly IntlState[] = [
  'refund-requested',
  'complete',
  'refund-requested-approved-for-queue',
];

interface Planned {
  ageMs: number;
  amountCents: number;
  /** Null: a U.S. card. */
  state: IntlState | null;
  /** The spent part of its amount; null where nothing could be bought. */
  spentShare: number | null;
}

/**
 * A program that has ordered almost four cards a day for a year and a half: 2,000 cards of every status of
 * both products, 20,000 transactions.
 */
export function seedVeryLargeAgent(store: Store, owner: string, seed = 2_000): void {
  const random = seededRandom(seed);
  const now = store.clock.now();
  store.account(owner).balance = {
    cents: 31_845,
    totalDepositsCents: 188_220,
    createdAt: now - VERY_LARGE.days * DAY_MS,
  };
  // Still pending after 40 minutes: a supervisor must not overlook it among two thousand.
  const basics = { owner, random, transactions: 0, spentCents: 0 };
  seedUsCard(store, { ...basics, amountCents: 5_000, ageMs: 40 * 60_000, stuck: true });

  const plans = Array.from({ length: VERY_LARGE.cards - 1 }, (_, index) => plannedCard(index, random));
  const used = plans.filter(({ spentShare }) => spentShare !== null).length;
  const each = Math.floor(VERY_LARGE.transactions / used);
  let more = VERY_LARGE.transactions - each * used;
  for (const [index, { state, spentShare, ...plan }] of plans.entries()) {
    const transactions = spentShare === null ? 0 : each + (more-- > 0 ? 1 : 0);
    const spentCents = Math.round(plan.amountCents * (spentShare ?? 0));
    const card = { ...plan, owner, random, transactions, spentCents };
    if (state === null) seedUsCard(store, card);
    else seedIntlCard(store, { ...card, state, label: `Batch ${index + 1}`, reissued: index % 5 === 0 });
  }
}

function plannedCard(index: number, random: () => number): Planned {
  const age = (0.1 + random() * 0.8 + index) * (VERY_LARGE.days / VERY_LARGE.cards);
  const ageMs = Math.round(age * DAY_MS);
  if (index % INTL_EVERY !== 1) {
    const amountCents = 500 * Math.round(5 + random() * 70);
    // A card of the last hours is unused; one in a hundred of the old ones still has a small balance.
    if (age < 0.5) return { ageMs, amountCents, state: null, spentShare: null };
    const open = age < IN_USE_DAYS || random() < 0.01;
    return { ageMs, amountCents, state: null, spentShare: open ? 0.3 + random() * 0.65 : 1 };
  }
  const amountCents = 100 * Math.round(100 + random() * 400);
  if (age < 1) return { ageMs, amountCents, state: 'queued', spentShare: null };
  if (age < 30) return { ageMs, amountCents, state: 'redeemable', spentShare: 0.2 + random() * 0.7 };
  const states = age < 35 ? RECENT_STATES : PAST_STATES;
  const state = states[Math.floor(index / INTL_EVERY) % states.length] ?? 'complete';
  const spendable = state === 'complete' || state === 'archived';
  return { ageMs, amountCents, state, spentShare: spendable ? 1 : null };
}
