import type { AccountId } from '#domain/account.ts';
import { LasoError } from '#laso/laso-error.ts';
import { readRecords } from './withdrawal-record.ts';

/**
 * Rejects where a 404, or an empty list, cannot mean "none yet": the page has shown something (`hadOne`), or this device knows that Laso once had a balance or a
 * withdrawal for the account. What was there does not go; such an answer may have Laso's form, and is not Laso's word.
 */
export async function believe404(
  account: AccountId,
  what: 'balance' | 'history',
  hadOne: boolean,
): Promise<void> {
  const records = hadOne ? [] : await readRecords(account).catch(() => []);
  const isKnown = records.some(({ before, state }) =>
    what === 'balance'
      ? before.balanceCents !== null
      : before.ids.length > 0 || state === 'made' || state === 'several',
  );
  if (hadOne || isKnown)
    throw new LasoError('not-laso', `${what}: none, where there was something before`, { status: 404 });
}
