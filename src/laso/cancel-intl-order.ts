import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from './client.ts';
import { wireText } from './wire.ts';

const answerSchema = z.object({ message: wireText });

/**
 * `POST /cancel-intl-order`, while the order is queued: the charge goes to the account balance. `message` is
 * Laso's own word. Rejects with a `LasoError`: `bad-request` or `conflict` once it is no longer queued (the
 * documents disagree: laso-api.md §4.5), `forbidden`, `frozen`, `not-found`. Without an answer (`offline`,
 * `timeout`, `server`) the outcome is unknown: read the card.
 */
export async function cancelIntlOrder(
  client: LasoClient,
  account: AccountId,
  cardId: string,
  signal?: AbortSignal,
): Promise<{ message: string | null }> {
  const { message } = await client.write({
    account,
    path: '/cancel-intl-order',
    body: { card_id: cardId },
    schema: answerSchema,
    signal,
  });
  return { message };
}
