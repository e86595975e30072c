import { shortAddress, type AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { usePreferences, type AccountLabel, type Preferences } from '#storage/preferences.ts';

/** As many as `.tint-0` … in ui/tints.css. */
export const TINTS = 8;

/** The name and the tint of an account: what its owner chose, else its address and a tint that is always the same for it. */
export function labelOf(accounts: Preferences['accounts'], account: AccountId): AccountLabel {
  const chosen = ownValue(accounts, account);
  return {
    name: chosen?.name.trim() || shortAddress(account),
    colour: (chosen?.colour ?? tintOf(account)) % TINTS,
  };
}

export const useAccountLabel = (account: AccountId): AccountLabel =>
  labelOf(
    usePreferences((preferences) => preferences.accounts),
    account,
  );

export const setAccountLabel = (account: AccountId, look: Partial<AccountLabel>): void =>
  usePreferences.setState(({ accounts }) => ({
    accounts: {
      ...accounts,
      [account]: { name: '', colour: tintOf(account), ...ownValue(accounts, account), ...look },
    },
  }));

/** FNV-1a, so that addresses that differ in one character look different. */
function tintOf(account: AccountId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < account.length; at += 1)
    hash = Math.imul(hash ^ account.charCodeAt(at), 0x01000193) >>> 0;
  return hash % TINTS;
}
