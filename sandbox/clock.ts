/** The sandbox's own clock: real time plus what was added by the control route. Milliseconds. */
export interface SandboxClock {
  now(): number;
  advance(ms: number): void;
  reset(): void;
}

export function createClock(base: () => number = Date.now): SandboxClock {
  let added = 0;
  return {
    now: () => base() + added,
    advance: (ms) => {
      added += ms;
    },
    reset: () => {
      added = 0;
    },
  };
}
