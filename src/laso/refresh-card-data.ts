import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import type { LasoClient } from './client.ts';
import { wireFlag, wireText } from './wire.ts';

const answerSchema = z.object({ success: wireFlag, message: wireText });

/**
 * `POST /refresh-card-data`: asks Laso to look at the issuer's balance. U.S. cards are done soon; for
 * international ones a person does it within 24 hours. `message` is Laso's own word, null in an answer
 * without a body. Rejects with kind `conflict` (one is pending) or `rate-limited`.
 */
export async function refreshCardData(
  client: LasoClient,
  account: AccountId,
  card: Pick<Card, 'id' | 'typeName'>,
  signal?: AbortSignal,
): Promise<{ message: string | null }> {
  const body = { card_id: card.id, card_type: card.typeName };
  const answer = await client.write({
    account,
    path: '/refresh-card-data',
    body,
    schema: answerSchema,
    signal,
    emptyIsDone: true,
  });
  return { message: answer.message };
}
