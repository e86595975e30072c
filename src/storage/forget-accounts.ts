import { ALERTS_KEY, FIRST_SEEN_KEY, VISITS_KEY } from './keys.ts';

/** What is noted by account while the program is used. What its owner set or wrote (names, notes, what was put aside) is not among them. */
const KEYS = [VISITS_KEY, ALERTS_KEY, FIRST_SEEN_KEY] as const;

/**
 * At sign-out nothing that was found for an account stays. Works on the stored text: the code that owns it may not be loaded, offline perhaps never,
 * and a tab that slept must not write back from memory what was erased meanwhile. The states of this tab hear of it as of another tab's change.
 */
export function forgetAccounts(accounts: readonly string[] | 'all'): void {
  for (const key of KEYS)
    try {
      const text = localStorage.getItem(key);
      const left = text === null ? null : without(text, accounts);
      if (left !== null && left !== text) localStorage.setItem(key, left);
      dispatchEvent(new StorageEvent('storage', { key }));
    } catch {
      // Storage is refused: then nothing is kept either.
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
