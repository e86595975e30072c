import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';
import { wireCents } from './wire.ts';

export interface AccountBalance {
  balanceCents: number;
  totalDepositsCents: number | null;
  /** False before Laso ever credited anything: the balance is $0. */
  exists: boolean;
}

const answerSchema = z.object({ balance: wireCents, total_deposits: wireCents });

/**
 * `GET /get-account-balance`. A 404 means no balance yet; an answer without a readable balance is
 * `bad-answer`, never $0.
 */
export async function getAccountBalance(
  client: LasoClient,
  account: AccountId,
  signal?: AbortSignal,
): Promise<AccountBalance> {
  try {
    const answer = await client.read({ account, path: '/get-account-balance', schema: answerSchema, signal });
    if (answer.balance === null)
      throw new LasoError('bad-answer', 'GET /get-account-balance: no readable balance');
    return { balanceCents: answer.balance, totalDepositsCents: answer.total_deposits, exists: true };
  } catch (error) {
    if (!(error instanceof LasoError) || error.kind !== 'not-found') throw error;
    return { balanceCents: 0, totalDepositsCents: 0, exists: false };
  }
}
