/**
 * Runs work under one key one after the other, under different
 * keys at the same time. A failure does not stop the next.
 */
export function createOneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const inFlight = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    while (inFlight.has(key)) await inFlight.get(key)?.catch(() => null);
    const running = work();
    inFlight.set(key, running);
    try {
      return await running;
    } finally {
      inFlight.delete(key);
    }
  };
}
