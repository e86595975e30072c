import type { AccountId } from '#domain/account.ts';
import type { Credentials } from './auth.ts';
import { checkRedeemed } from './login-link.ts';

interface Expected {
  readonly account: AccountId;
  /** Empty where the operator has not named one: then the project cannot be compared. */
  readonly firebaseProjectId: string;
}

/**
 * Whether tokens are for the account they were asked for (the payer is the account, laso-api.md) and of our
 * project (lessons.md S5).
 */
export function whoseCredentials(
  credentials: Credentials,
  { account, firebaseProjectId }: Expected,
): 'own' | 'other-account' | 'other-project' {
  if (credentials.accountId !== account) return 'other-account';
  const verdict = firebaseProjectId
    ? checkRedeemed(credentials, { shownAccount: account, firebaseProjectId })
    : 'ok';
  return verdict === 'ok' ? 'own' : 'other-project';
}

/** The tokens, or null: tokens of another account are dropped and never used for a read. */
export const ownCredentials = (credentials: Credentials | null, expected: Expected): Credentials | null =>
  credentials && whoseCredentials(credentials, expected) === 'own' ? credentials : null;
