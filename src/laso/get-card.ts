import * as z from 'zod/mini';
import { accountIdOf } from '#domain/account.ts';
import type { CardStatus } from '#domain/card.ts';
import { centsToQuery } from '#domain/money.ts';
import { readCredentials, type Credentials } from './auth.ts';
import { cardDataSchema, cardOf } from './card-data.ts';
import { apiUrl } from './http.ts';
import { LasoError } from './laso-error.ts';

/** $5 to $1,000 on one U.S. card (laso-card-lifecycle, "Key details"). */
export const US_CARD_MIN_CENTS = 500;
export const US_CARD_MAX_CENTS = 100_000;

/** What `GET /get-card` costs: exactly what goes onto the card. */
export const usCardRequestUrl = (baseUrl: string, amountCents: number): string =>
  apiUrl(baseUrl, '/get-card', { amount: centsToQuery(amountCents) }).href;

export interface UsCardOrder {
  cardId: string;
  usdAmountCents: number | null;
  status: CardStatus;
}

const bodySchema = z.object({ card: cardDataSchema });

/**
 * The body of a paid `GET /get-card`. `credentials` belong to the wallet that paid, which need not be the
 * account on screen; null when the answer has none that can be used. Throws a `LasoError` `bad-answer` when
 * there is no card in it: paid, not delivered.
 */
export function parseUsCardOrder(body: unknown): { order: UsCardOrder; credentials: Credentials | null } {
  const parsed = z.safeParse(bodySchema, body);
  const credentials = readCredentials(body);
  const card = parsed.success
    ? cardOf(parsed.data.card, 'us', credentials?.accountId ?? accountIdOf(''))
    : null;
  if (!card) throw new LasoError('bad-answer', 'GET /get-card: the answer holds no card');
  const status = card.rawStatus === '' ? 'pending' : card.status;
  const order = { cardId: card.id, usdAmountCents: card.usdAmountCents, status };
  return { order, credentials };
}
