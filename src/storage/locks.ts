import { withLockInTime } from './lock-in-time.ts';

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while holding the named lock over all tabs (Web Locks); rejects with `LockHeld` when another tab does not let it go in time. Where the
 * browser has none, the lock holds in this tab only, and two tabs may at worst both refresh a token: no payment relies on this function.
 */
export async function withLock<T>(
  { name, waitMs }: { name: string; waitMs?: number },
  work: () => Promise<T>,
): Promise<T> {
  if ('locks' in navigator) return withLockInTime(navigator.locks, name, work, waitMs);
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

/** The same for work that one tab is enough for: null at once when the lock is held, here or in another tab. */
export async function withLockOrNull<T>(name: string, work: () => Promise<T>): Promise<T | null> {
  if (!('locks' in navigator)) return withLock({ name }, work);
  return (await navigator.locks.request(name, { ifAvailable: true }, (lock) =>
    lock ? work() : null,
  )) as T | null;
}
