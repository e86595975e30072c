import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { centsToQuery } from '#domain/money.ts';
import type { LasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';
import { wireCents, wireFlag, wireId, wireObject } from './wire.ts';

/** laso-skill, "POST /withdraw": at least $0.01. */
export const MIN_WITHDRAWAL_CENTS = 1;

const answerSchema = z.object({
  success: wireFlag,
  withdrawal: wireObject(z.object({ id: wireId, amount: wireCents })),
});

/**
 * `POST /withdraw`: asks Laso to send cents of the balance, as USDC, to the account's own wallet. **It has no
 * idempotency**: sent twice, it is two withdrawals, and a browser may send it twice by itself (lessons.md
 * 33). So it is sent once, and after any answer the history is compared
 * (`features/balance/withdraw/withdrawal-rules.ts`). An answer that names no withdrawal is `bad-answer`, a
 * gateway's is `not-laso`: unknown, not failed. `session-ended` proves that nothing was sent: the token
 * source rejects before the request.
 */
export async function withdraw(
  client: LasoClient,
  account: AccountId,
  amountCents: number,
): Promise<{ id: string; amountCents: number | null }> {
  // A JSON number; from the decimal text it is the nearest there is, and is written back as the same text.
  const body = { amount: Number(centsToQuery(amountCents)) };
  const answer = await client.write({ account, path: '/withdraw', body, schema: answerSchema });
  const id = answer.withdrawal?.id;
  if (answer.success === false || !id) throw new LasoError('bad-answer', 'POST /withdraw: no withdrawal');
  return { id, amountCents: answer.withdrawal?.amount ?? null };
}
