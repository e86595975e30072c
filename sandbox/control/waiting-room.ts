/** Holds slow answers (fault `slow`), so that a test can end the wait instead of sleeping. */
export interface WaitingRoom {
  wait(ms: number): Promise<void>;
  /** How many wait now. */
  size(): number;
  /** Ends every wait and returns how many there were. */
  release(): number;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createWaitingRoom(): WaitingRoom {
  const waiting = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => leave(), Math.min(ms, LONGEST_TIMER_MS)).unref();
        const leave = (): void => {
          clearTimeout(timer);
          waiting.delete(leave);
          resolve();
        };
        waiting.add(leave);
      }),
    size: () => waiting.size,
    release: () => {
      const leaving = [...waiting];
      for (const leave of leaving) leave();
      return leaving.length;
    },
  };
}
