import * as z from 'zod/mini';
import { centsToQuery } from '#domain/money.ts';
import { Secret } from '#domain/secret.ts';
import { apiUrl } from './http.ts';
import { LasoError } from './laso-error.ts';
import { wireCents, wireText } from './wire.ts';

/** 10 to 9,541.98 a transfer, in cents of its currency (laso-api.md §3.2). */
export const PUSH_MIN_CENTS = 1_000;
export const PUSH_MAX_CENTS = 954_198;

/** (later) What Laso has sent since; before, only U.S. dollars, and it does not hear `currency`. */
export const PUSH_CURRENCIES = ['USD', 'EUR', 'GBP'] as const;
export type PushCurrency = (typeof PUSH_CURRENCIES)[number];

export interface PushRequest {
  amountCents: number;
  currency?: PushCurrency;
}

export const pushRequestUrl = (baseUrl: string, { amountCents, currency }: PushRequest): string =>
  apiUrl(baseUrl, '/get-push-to-card', { amount: centsToQuery(amountCents), currency }).href;

/**
 * First document: the amount is what is paid, the fee of 4.8 % of the face value is in it. Cents → cents,
 * rounded down (100 → 95.41).
 */
export const faceWithinCents = (paidCents: number): number => Math.floor((paidCents * 1_000) / 1_048);

/**
 * Newer document: the amount is the face value, 4.8 % (at least 1.50) come on top. In tenths of a thousandth
 * of its currency, as USDC counts.
 */
export const priceOnTopAtomic = (faceCents: number): bigint => {
  const fee = BigInt(faceCents) * 480n;
  return BigInt(faceCents) * 10_000n + (fee < 1_500_000n ? 1_500_000n : fee);
};

/** What a paid answer brings, once. Cents of `currency`; null where it was not said. */
export interface PushTransfer {
  /** What the recipient gets. */
  amountCents: number | null;
  /** Not said means U.S. dollars: the first document knows no others. */
  currency: string;
  amountPaidCents: number | null;
  /**
   * The URL alone is enough to take the money. Kept exactly as it came (src/domain/redemption-link.ts decides
   * what may be done with it).
   */
  redemptionUrl: Secret;
  note: string | null;
}

const bodySchema = z.object({
  amount: wireCents,
  amount_paid: wireCents,
  currency: wireText,
  redemption_url: z.string().check(z.refine((text) => text.trim() !== '')),
  note: wireText,
});

/**
 * The body of a paid `GET /get-push-to-card`. Throws a `LasoError` `bad-answer` without a redemption URL:
 * paid, not delivered.
 */
export function parsePushTransfer(body: unknown): PushTransfer {
  const parsed = z.safeParse(bodySchema, body);
  if (!parsed.success)
    throw new LasoError('bad-answer', 'GET /get-push-to-card: the answer holds no redemption URL');
  const { amount, amount_paid: amountPaid, currency, redemption_url: url, note } = parsed.data;
  return {
    amountCents: amount,
    currency: currency?.toUpperCase() ?? 'USD',
    amountPaidCents: amountPaid,
    redemptionUrl: Secret.of(url),
    note,
  };
}
