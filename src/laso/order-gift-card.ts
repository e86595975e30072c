import * as z from 'zod/mini';
import { amountOfText, unitsToQuery, type CurrencyAmount } from '#domain/currency-amount.ts';
import { Secret } from '#domain/secret.ts';
import { apiUrl } from './http.ts';
import { LasoError } from './laso-error.ts';
import { wireMs, wireText } from './wire.ts';

interface GiftCardRequest {
  readonly lasoServerId: string;
  /** What the card is worth, in its product's currency: units of 10^−exponent. */
  readonly units: number;
  readonly exponent: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** The paid request, `GET /order-gift-card` (laso-api.md §3). */
export const giftCardRequestUrl = (
  baseUrl: string,
  { lasoServerId, units, exponent, country }: GiftCardRequest,
): string =>
  apiUrl(baseUrl, '/order-gift-card', {
    amount: unitsToQuery(units, exponent),
    laso_server_id: lasoServerId,
    country,
  }).href;

/** What was bought. The secrets come in this answer and never again; at least one of them is there. */
export interface GiftCard {
  readonly cardId: string | null;
  /** What it is worth, as Laso says; null where it does not. */
  readonly amount: CurrencyAmount | null;
  readonly orderedAtMs: number | null;
  readonly secret: {
    readonly code: Secret | null;
    readonly pin: Secret | null;
    readonly url: Secret | null;
  };
}

const bodySchema = z.object({
  gift_card: z.object({
    card_id: wireText,
    amount: wireText,
    currency: wireText,
    timestamp: wireMs,
    redemption_url: z.optional(z.unknown()),
    redemption_code: z.optional(z.unknown()),
    pin_code: z.optional(z.unknown()),
  }),
});

/**
 * The body of a paid order. Throws a `LasoError` `bad-answer` when nothing in it can be redeemed: paid, not
 * delivered.
 */
export function parseGiftCardOrder(body: unknown): GiftCard {
  const parsed = z.safeParse(bodySchema, body);
  const card = parsed.success ? parsed.data.gift_card : null;
  const secret = {
    code: secretOf(card?.redemption_code),
    pin: secretOf(card?.pin_code),
    url: secretOf(card?.redemption_url),
  };
  if (!card || (!secret.code && !secret.pin && !secret.url))
    throw new LasoError('bad-answer', 'GET /order-gift-card: the answer holds nothing to redeem');
  const currency = card.currency?.toUpperCase() ?? null;
  const amount = card.amount === null ? null : amountOfText(card.amount, currency);
  return { cardId: card.card_id, amount, orderedAtMs: card.timestamp, secret };
}

/** As it came, every character of it: it is worth money. What is no text is kept as JSON. */
function secretOf(value: unknown): Secret | null {
  if (value === undefined || value === null || value === false) return null;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.trim() === '' || text === '{}' || text === '[]' ? null : Secret.of(text);
}
