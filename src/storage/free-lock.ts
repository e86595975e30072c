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
