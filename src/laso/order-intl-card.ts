import * as z from 'zod/mini';
import { centsToQuery } from '#domain/money.ts';
import { apiUrl } from './http.ts';
import { LasoError } from './laso-error.ts';
import { wireCents, wireId, wireMs, wireText } from './wire.ts';

/** $100 to $1,000 on one international card, whole dollars: the issuer makes no others (laso-api.md §3.2). */
export const INTL_CARD_MIN_CENTS = 10_000;
export const INTL_CARD_MAX_CENTS = 100_000;

/**
 * What goes onto the card and 3.8 % of it, in atomic USDC: the documented formula. The 402 decides what is
 * paid.
 */
export const intlCardPriceAtomic = (amountCents: number): bigint =>
  (BigInt(amountCents) * 10_000n * 1_038n) / 1_000n;

export const intlCardRequestUrl = (baseUrl: string, amountCents: number): string =>
  apiUrl(baseUrl, '/order-intl-card', { amount: centsToQuery(amountCents) }).href;

export interface IntlCardOrder {
  /**
   * The queue's id; the card gets another one when it is made. Null when Laso did not tell it: the list of
   * cards has it.
   */
  cardId: string | null;
  onCardCents: number | null;
  chargedCents: number | null;
  /** When Laso took the order, by its own clock (ms): the same in the list. */
  orderedAtMs: number | null;
}

const bodySchema = z.object({
  intl_card_order: z.object({
    card_id: wireId,
    on_card_usd_amount: wireCents,
    charged_usd_amount: wireCents,
    status: wireText,
    timestamp: wireMs,
  }),
});

/**
 * The body of a paid `GET /order-intl-card`. Throws a `LasoError` `bad-answer` when it speaks of no order:
 * paid, not delivered.
 */
export function parseIntlCardOrder(body: unknown): IntlCardOrder {
  const parsed = z.safeParse(bodySchema, body);
  const order = parsed.success ? parsed.data.intl_card_order : null;
  if (!order || (order.card_id === null && order.on_card_usd_amount === null && order.status === null))
    throw new LasoError('bad-answer', 'GET /order-intl-card: the answer holds no order');
  return {
    cardId: order.card_id,
    onCardCents: order.on_card_usd_amount,
    chargedCents: order.charged_usd_amount,
    orderedAtMs: order.timestamp,
  };
}
