import { LockHeld, withLockInTime, type Locks } from './lock-in-time.ts';

/** `held`: by this tab or another one. `no-locks`: the browser has no Web Locks. */
type LockOutcome<T> = { ran: true; value: T } | { ran: false; why: 'held' | 'no-locks' };

const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while holding the named lock over all tabs. Rejects with `LockHeld` when another tab does not
 * release it in time. Without Web Locks the lock works in this tab only, so two tabs may both refresh a
 * token: no payment relies on this function.
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

/**
 * Runs `work` only if the named lock is free in all tabs, and never without Web Locks: for what must not
 * happen twice.
 */
export async function withLockIfFree<T>(
  name: string,
  work: () => Promise<T>,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<LockOutcome<T>> {
  if (!locks) return { ran: false, why: 'no-locks' };
  return locks.request(name, { ifAvailable: true }, async (lock): Promise<LockOutcome<T>> =>
    lock ? { ran: true, value: await work() } : { ran: false, why: 'held' },
  );
}

/**
 * Like `withLockIfFree`, with a second lock inside that it waits for: others hold that one only for moments.
 * If a sleeping tab keeps it, the outcome is `held`.
 */
export async function withLockIfFreeAndThen<T>(
  name: string,
  inner: string,
  work: () => Promise<T>,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<LockOutcome<T>> {
  const inside = async (): Promise<T> => (locks ? withLockInTime(locks, inner, work) : work());
  return withLockIfFree(name, inside, locks).catch((error: unknown) => {
    if (error instanceof LockHeld) return { ran: false, why: 'held' };
    throw error;
  });
}
