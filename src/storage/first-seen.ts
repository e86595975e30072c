import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { FIRST_SEEN_KEY } from './keys.ts';
import { createStoredState, readFields } from './stored-state.ts';

/** More than an account has waiting at once; a list that grows without end would fill the storage. */
const MOST = 2_000;

type Seen = Record<string, number>;

/**
 * When this device first saw an item in a state that should end, by account. For states without a time from
 * Laso (`domain/untimed.ts`).
 */
export const useFirstSeen = createStoredState(
  FIRST_SEEN_KEY,
  readFields<{ byAccount: Record<string, Seen> }>(
    { byAccount: z.record(z.string(), z.record(z.string(), z.number())) },
    { byAccount: {} },
  ),
);

/** Known keys keep their time. `isPast`: whether the item is in another state now. Writes only changes. */
export function noteFirstSeen(
  account: AccountId,
  keys: readonly string[],
  isPast: (key: string) => boolean,
  nowMs: number,
): void {
  // Another tab, or a sign-out in it, may have written since.
  useFirstSeen.reread();
  const before = ownValue(useFirstSeen.getState().byAccount, account) ?? {};
  // A clock that was ahead noted a time in the future, which gives no waiting time.
  const kept = Object.entries(before).filter(([key, atMs]) => !isPast(key) && atMs <= nowMs);
  const known = new Set(kept.map(([key]) => key));
  const fresh = keys.filter((key) => !known.has(key)).map((key): [string, number] => [key, nowMs]);
  if (fresh.length === 0 && kept.length === Object.keys(before).length) return;
  const seen = Object.fromEntries([...kept, ...fresh].slice(-MOST));
  useFirstSeen.setState(({ byAccount }) => ({ byAccount: { ...byAccount, [account]: seen } }));
}

/** For `FirstSeen` of `domain/untimed.ts`. */
export const firstSeenOf =
  (byAccount: Record<string, Seen>, account: AccountId) =>
  (key: string): number | null =>
    ownValue(ownValue(byAccount, account) ?? {}, key) ?? null;
