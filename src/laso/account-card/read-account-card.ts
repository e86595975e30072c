import * as z from 'zod/mini';
import { wireId, wireMs, wireText } from '../wire.ts';
import type { AccountCardClient } from './account-card-client.ts';
import { AccountCardError } from './account-card-error.ts';

export interface AccountCard {
  id: string | null;
  holder: string | null;
  /** "01/28"; null when the answer has none. */
  expiry: string | null;
  last4: string | null;
  /**
   * PENDING, ACTIVE, FROZEN, BLOCKED, or a word this page does not know, in capitals; null when the answer
   * has none.
   */
  status: string | null;
  /** VIRTUAL, or a word this page does not know. */
  type: string | null;
  orderedAtMs: number | null;
}

const statusSchema = z.object({
  id: wireId,
  holderName: wireText,
  expiryDate: wireText,
  panLast4: wireText,
  status: wireText,
  type: wireText,
  orderedAt: wireMs,
});

/** `GET /v1/card/status`; null when this user has no card (404), which is no error. */
export async function readAccountCard(
  client: AccountCardClient,
  signal?: AbortSignal,
): Promise<AccountCard | null> {
  try {
    const card = await client.read({
      path: '/v1/card/status',
      schema: statusSchema,
      notFound: 'no-card',
      signal,
    });
    if (card.id === null && card.panLast4 === null)
      throw new AccountCardError('bad-answer', 'GET /v1/card/status: no card in it');
    return {
      id: card.id,
      holder: card.holderName,
      expiry: expiryOf(card.expiryDate),
      last4: /^\d{4}$/.test(card.panLast4 ?? '') ? card.panLast4 : null,
      status: card.status?.toUpperCase() ?? null,
      type: card.type,
      orderedAtMs: card.orderedAt,
    };
  } catch (error) {
    if (error instanceof AccountCardError && error.kind === 'no-card') return null;
    throw error;
  }
}

/** "2028/01", as the issuer writes it, → "01/28", as cards have it; anything else stays as it is. */
function expiryOf(text: string | null): string | null {
  const [, year, month] = /^\d{2}(\d{2})\/(\d{2})$/.exec(text ?? '') ?? [];
  return year && month ? `${month}/${year}` : text;
}
