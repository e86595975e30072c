export type Locks = Pick<LockManager, 'request'>;

/** Another tab holds the lock for longer than its work takes: it sleeps. Nothing was done. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
}

/** What is done under a lock is done in this time, unless its tab sleeps. */
export const LOCK_WAIT_MS = 15_000;

/**
 * Runs `work` while holding the named lock over all tabs; rejects with `LockHeld` when it is not free in time. The lock is never taken from its
 * holder (`steal`): a sleeping tab goes on where it stopped when it wakes, and would do so beside us.
 */
export async function withLockInTime<T>(
  locks: Locks,
  name: string,
  work: () => Promise<T>,
  waitMs = LOCK_WAIT_MS,
): Promise<T> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), waitMs);
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (waiting.signal.aborted) throw new LockHeld(name);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
