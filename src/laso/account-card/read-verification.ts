import * as z from 'zod/mini';
import { wireId, wireText } from '../wire.ts';
import type { AccountCardClient } from './account-card-client.ts';
import { AccountCardError } from './account-card-error.ts';

/**
 * Of the profile only this is kept: names, birthday, address and numbers in the answer are dropped where it
 * is parsed.
 */
export interface Verification {
  userId: string | null;
  /**
   * VERIFIED, UNVERIFIED, PENDING, REJECTED, or a word this page does not know; null when the answer has
   * none.
   */
  state: string | null;
}

const profileSchema = z.object({ id: wireId, verificationState: wireText, status: wireText });

/** `GET /v1/user/profile`. */
export async function readVerification(
  client: AccountCardClient,
  signal?: AbortSignal,
): Promise<Verification> {
  const profile = await client.read({ path: '/v1/user/profile', schema: profileSchema, signal });
  if (profile.id === null && profile.verificationState === null)
    throw new AccountCardError('bad-answer', 'GET /v1/user/profile: no profile in it');
  return { userId: profile.id, state: (profile.verificationState ?? profile.status)?.toUpperCase() ?? null };
}
