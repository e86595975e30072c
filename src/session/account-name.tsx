import type { AccountId } from '#domain/account.ts';
import { AccountMark } from '#ui/account-mark.tsx';
import { useAccountLabel } from './account-label.ts';

interface AccountNameProps {
  account: AccountId;
  /** In a line of smaller, muted text. */
  quiet?: boolean;
}

/** An account's tinted disc and its name. Draw it only where there are several accounts: a single one needs no name. */
export function AccountName({ account, quiet = false }: AccountNameProps) {
  return <AccountMark {...useAccountLabel(account)} quiet={quiet} />;
}
