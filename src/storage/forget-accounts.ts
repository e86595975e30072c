import { ALERTS_KEY, FIRST_SEEN_KEY, VISITS_KEY } from './keys.ts';

/**
 * What the program notes about accounts by itself. What the owner set or wrote (names, notes, dismissals) is
 * not included.
 */
const KEYS = [VISITS_KEY, ALERTS_KEY, FIRST_SEEN_KEY] as const;

/**
 * Signing out deletes what was found for an account. Works on the stored text: the code that owns it may not
 * be loaded (offline perhaps never), and a tab that slept must not write erased data back from memory. This
 * tab's states get a `storage` event, as after a change in another tab.
 */
export function forgetAccounts(accounts: readonly string[] | 'all'): void {
  for (const key of KEYS)
    try {
      const text = localStorage.getItem(key);
      const left = text === null ? null : without(text, accounts);
      if (left !== null && left !== text) localStorage.setItem(key, left);
      dispatchEvent(new StorageEvent('storage', { key }));
    } catch {
      // Storage is refused, so nothing is stored either.
    }
}

function without(text: string, accounts: readonly string[] | 'all'): string | null {
  const stored: unknown = JSON.parse(text);
  if (typeof stored !== 'object' || stored === null) return null;
  const byAccount = Object.entries(Object(Reflect.get(stored, 'byAccount')));
  const kept = accounts === 'all' ? [] : byAccount.filter(([account]) => !accounts.includes(account));
  return kept.length === byAccount.length
    ? text
    : JSON.stringify({ ...stored, byAccount: Object.fromEntries(kept) });
}
