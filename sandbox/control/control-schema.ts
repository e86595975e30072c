import * as z from 'zod/mini';
import { AGENT_SCENARIOS, GROUP_SCENARIOS } from '../scenarios/seed-scenario.ts';
import { CARD_SIGNAL_KINDS } from '../scenarios/signals/signal-scenarios.ts';
import { FAULT_KINDS, GATEWAY_PAGES } from './faults.ts';
import { REFUSAL_NAMES } from './named-refusals.ts';

const account = z.string().check(z.minLength(1));

/** Bodies of the control routes. Amounts are in cents or atomic USDC, as their names say. */
/** `account`: whose it becomes, for a scenario of one agent. */
export const seedBody = z.union([
  z.object({
    scenario: z.enum([...AGENT_SCENARIOS, ...GROUP_SCENARIOS]),
    account: z.optional(account),
  }),
  z.object({
    scenario: z.literal('signal'),
    kind: z.enum(CARD_SIGNAL_KINDS),
    raises: z.boolean(),
    account: z.optional(account),
  }),
]);
export const clockBody = z.object({
  advanceMs: z.number().check(z.nonnegative()),
  chain: z.optional(z.boolean()),
});
export const spendBody = z.object({
  card_id: z.string(),
  amount_cents: z.int().check(z.positive()),
  merchant: z.string(),
  /** false: only a refresh shows it. */
  seen: z.optional(z.boolean()),
});
export const linkBody = z.object({
  account,
  style: z.optional(z.enum(['token', 'code'])),
  livesSeconds: z.optional(z.number()),
});
export const freezeBody = z.object({ account, message: z.nullable(z.string()) });
export const accountBody = z.object({ account });
export const fundBody = z.object({
  address: z.string().check(z.regex(/^(0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44})$/)),
  usdc_atomic: z.string().check(z.regex(/^\d{1,20}$/)),
});

const agent = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
export const chainPaymentsBody = z.object({ account: agent });
export const payLasoBody = z.object({ account: agent, amount_cents: z.int().check(z.positive()) });

/**
 * How the next withdrawals go. `destination`: what the status
 * names instead of where the money goes; null = nothing.
 */
export const withdrawalPlanBody = z.object({
  takesMs: z.optional(z.number().check(z.nonnegative())),
  outcome: z.optional(z.string()),
  destination: z.optional(z.nullable(z.string())),
});

export const intlStateBody = z.object({
  card_id: z.string(),
  state: z.enum([
    'queued',
    'redeemable',
    'complete',
    'refund-requested',
    'refund-requested-approved-for-queue',
    'archived',
    'refunded',
  ]),
});

export const giftCardsBody = z.object({
  products: z.optional(z.int().check(z.positive(), z.maximum(50_000))),
  /** What the next orders answer with instead; null: the product's own again. */
  answer: z.optional(
    z.nullable(
      z.object({
        redemption_code: z.optional(z.nullable(z.string())),
        pin_code: z.optional(z.nullable(z.string())),
        redemption_url: z.optional(z.nullable(z.string())),
        amount: z.optional(z.string()),
      }),
    ),
  ),
});

/** Lines written unchanged before the card's own ones, and what they took from the card. */
export const toldLinesBody = z.object({
  card_id: z.string(),
  lines: z.array(z.unknown()),
  took_cents: z.optional(z.int().check(z.nonnegative())),
});

/** What the RateLimit headers count: the limit of a minute, and how much of it is used. */
export const rateWindowBody = z.object({
  limit: z.optional(z.int().check(z.positive())),
  used: z.optional(z.int().check(z.nonnegative())),
});

export const blocksBody = z.object({ count: z.int().check(z.positive()) });

export const faultBody = z.object({
  route: z.string(),
  kind: z.enum(FAULT_KINDS),
  times: z.optional(z.int().check(z.positive())),
  lastsMs: z.optional(z.number().check(z.positive())),
  when: z.optional(z.enum(['quote', 'payment', 'settling', 'any'])),
  method: z.optional(z.string()),
  ms: z.optional(z.number().check(z.nonnegative())),
  patch: z.optional(z.record(z.string(), z.unknown())),
  orderMade: z.optional(z.boolean()),
  settled: z.optional(z.boolean()),
  before: z.optional(z.boolean()),
  repeat: z.optional(z.boolean()),
  status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
  refusal: z.optional(z.enum(REFUSAL_NAMES)),
  body: z.optional(z.record(z.string(), z.unknown())),
  retryAs: z.optional(z.enum(['seconds', 'date'])),
  page: z.optional(z.enum(GATEWAY_PAGES)),
  cors: z.optional(z.boolean()),
  back: z.optional(z.int().check(z.positive())),
  message: z.optional(z.string()),
  reason: z.optional(z.string()),
});
