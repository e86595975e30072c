import type { AccountId } from '#domain/account.ts';
import { LasoError } from '#laso/laso-error.ts';
import { readRecords } from './withdrawal-record.ts';

/**
 * Whether this device knows that Laso once had a balance or a withdrawal for the account. What was there does not go: a 404 for it is then not "none"
 * but an answer that cannot be believed, whose form may be Laso's.
 */
export async function everHad(account: AccountId, what: 'balance' | 'history'): Promise<boolean> {
  const records = await readRecords(account).catch(() => []);
  return records.some(({ before, state }) =>
    what === 'balance'
      ? before.balanceCents !== null
      : before.ids.length > 0 || state === 'made' || state === 'several',
  );
}

export const notBelieved = (what: string): LasoError =>
  new LasoError('not-laso', `${what}: 404 for what was there before`, { status: 404 });
