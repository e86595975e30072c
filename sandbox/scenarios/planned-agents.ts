import type { Store } from '../store/store.ts';
import type { IntlState } from '../store/stored-card.ts';
import { INTL_MERCHANTS, US_MERCHANTS, type Merchant } from './merchants.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

const DAY_MS = 24 * 3_600_000;

type PlannedCard = readonly [ageDays: number, dollars: number, share: number, transactions: number];

interface Plan {
  seed: number;
  /** Null: no balance yet. */
  balance: { cents: number; totalDepositsCents: number; ageDays: number } | null;
  merchants: readonly string[];
  us: readonly PlannedCard[];
  intl: readonly (readonly [...PlannedCard, state: IntlState, label: string])[];
}

/**
 * Six agents of different trades, beside the others (scenario `ten`). `share` is the spent part of a card.
 */
export const PLANS = {
  research: {
    seed: 9,
    balance: { cents: 0, totalDepositsCents: 2_500, ageDays: 25 },
    merchants: ['OPENAI', 'ANTHROPIC', 'SERPER', 'REPLICATE', 'HUGGING FACE'],
    us: [2, 5, 9, 13, 18, 24, 31, 37, 44].map((age, at) => [age, 25 + 5 * (at % 4), at < 2 ? 0.4 : 1, 7]),
    intl: [[21, 100, 0.76, 8, 'redeemable', 'Translations']],
  },
  travel: {
    seed: 10,
    balance: { cents: 41_400, totalDepositsCents: 41_400, ageDays: 3 },
    merchants: ['Deutsche Bahn', 'OVH SAS', 'UBER EATS'],
    us: [[6, 60, 0.66, 3]],
    intl: [
      [0.4, 700, 0, 0, 'queued', 'Lisbon, hotel'],
      [5, 640, 0.81, 6, 'redeemable', 'Lisbon, trains'],
      [3, 400, 0, 0, 'refunded', 'Lisbon, cancelled'],
      [33, 520, 1, 9, 'complete', 'Oslo'],
      [61, 480, 0.994, 8, 'complete', 'Turin'],
    ],
  },
  support: {
    seed: 11,
    balance: null,
    merchants: ['DOORDASH', 'UBER EATS', 'WALMART.COM', 'AMAZON.COM'],
    us: Array.from({ length: 22 }, (_, at) => [0.3 + at * 1.9, 15 + 5 * (at % 3), at < 3 ? 0.5 : 1, 2]),
    intl: [],
  },
  marketing: {
    seed: 12,
    balance: { cents: 12_950, totalDepositsCents: 64_900, ageDays: 80 },
    merchants: ['TWILIO SENDGRID', 'Canva Pty', 'NOTION LABS', 'CLOUDFLARE'],
    us: [4, 11, 25, 39, 53, 67].map((age, at) => [age, 400 + 100 * (at % 3), at === 0 ? 0.28 : 1, 12]),
    intl: [[46, 300, 1, 10, 'archived', 'Posters']],
  },
  design: {
    seed: 13,
    balance: { cents: 508, totalDepositsCents: 10_380, ageDays: 15 },
    merchants: ['JetBrains s.r.o.', 'Canva Pty', 'NOTION LABS', 'STAPLES'],
    us: [
      [1.5, 40, 0.32, 2],
      [15, 40, 0.95, 4],
    ],
    intl: [
      [15, 100, 0, 0, 'refund-requested', 'Fonts'],
      [27, 150, 0.9, 5, 'redeemable', ''],
    ],
  },
  operations: {
    seed: 14,
    balance: { cents: 90_000, totalDepositsCents: 250_000, ageDays: 340 },
    merchants: [
      'AMAZON WEB SERVICES',
      'DIGITALOCEAN.COM',
      'CLOUDFLARE',
      'NAMECHEAP',
      'Hetzner',
      'GITHUB, INC.',
    ],
    us: Array.from({ length: 12 }, (_, at) => [8 + at * 29, 250, at === 0 ? 0.45 : 1, 9]),
    intl: Array.from({ length: 5 }, (_, at) => [
      19 + at * 58,
      200,
      at === 0 ? 0.7 : 1,
      6,
      at === 0 ? 'redeemable' : 'complete',
      `Servers ${at + 1}`,
    ]),
  },
} as const satisfies Record<string, Plan>;

/** Gives the same data for the same time, as every scenario does. */
export function seedPlannedAgent(store: Store, owner: string, plan: Plan): void {
  const random = seededRandom(plan.seed);
  const now = store.clock.now();
  const { balance } = plan;
  store.account(owner).balance = balance && {
    cents: balance.cents,
    totalDepositsCents: balance.totalDepositsCents,
    createdAt: now - balance.ageDays * DAY_MS,
  };
  const card = ([ageDays, dollars, share, transactions]: PlannedCard, known: readonly Merchant[]) => ({
    owner,
    random,
    amountCents: dollars * 100,
    ageMs: Math.round(ageDays * DAY_MS),
    spentCents: Math.round(dollars * 100 * share),
    transactions,
    merchants: usualOf(known, plan.merchants),
  });
  for (const one of plan.us) seedUsCard(store, card(one, US_MERCHANTS));
  for (const [ageDays, dollars, share, transactions, state, label] of plan.intl)
    seedIntlCard(store, {
      ...card([ageDays, dollars, share, transactions], INTL_MERCHANTS),
      state,
      label,
    });
}

/** Those of the agent's merchants that take the card; all merchants that take it when the agent has none. */
function usualOf(known: readonly Merchant[], names: readonly string[]): readonly Merchant[] {
  const usual = known.filter((merchant) => names.some((name) => merchant.name.startsWith(name)));
  return usual.length > 0 ? usual : known;
}
