const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` while holding the named lock over all tabs (Web Locks). Where the browser has none, the lock holds in this tab only,
 * and two tabs may at worst both refresh a token: no payment relies on this function.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return (await navigator.locks.request(name, work)) as T;
  const turn = (queues.get(name) ?? Promise.resolve()).then(work, work);
  queues.set(
    name,
    turn.catch(() => undefined),
  );
  return turn;
}

export type Locks = Pick<LockManager, 'request'>;

/**
 * Runs `work` while holding the named lock over all tabs, or not at all: somebody holds it, or the browser has no locks. For what must
 * never happen twice.
 */
export async function withFreeLock<T>(
  name: string,
  work: () => Promise<T>,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<{ ran: true; value: T } | { ran: false; why: 'held' | 'no-locks' }> {
  if (!locks) return { ran: false, why: 'no-locks' };
  return locks.request(name, { ifAvailable: true }, async (lock) =>
    lock ? { ran: true as const, value: await work() } : { ran: false as const, why: 'held' as const },
  );
}
