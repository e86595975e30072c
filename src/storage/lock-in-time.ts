export type Locks = Pick<LockManager, 'request'>;

/** Another tab holds the lock for longer than its work takes, so it is asleep. Nothing was done. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
}

/** Work under a lock ends within this time, unless its tab is asleep. */
export const LOCK_WAIT_MS = 15_000;

/**
 * Runs `work` while holding the named lock over all tabs; rejects with `LockHeld` when it is not free in
 * time. The lock is never stolen (`steal`): a sleeping tab continues when it wakes, and would then work at
 * the same time.
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
