import { LockHeld, withLockInTime, type Locks } from './lock-in-time.ts';

export type { Locks };

export type LockOutcome<T> = { ran: true; value: T } | { ran: false; why: 'held' | 'no-locks' };

/**
 * Runs `work` while holding the named lock over all tabs, or not at all: somebody holds it, or the browser has no locks. For what must
 * never happen twice.
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

/** The same with a second lock inside, which is waited for: others hold it for moments only. A tab that sleeps with it counts as held. */
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
