import { useSyncExternalStore } from 'react';

type Clock = { subscribe: (listener: () => void) => () => void; now: () => number };

const clocks = new Map<number, Clock>();

/**
 * One timer per period for the whole page, only while a component uses it, set to fire on whole multiples of
 * the period.
 */
function clockOf(periodMs: number): Clock {
  const known = clocks.get(periodMs);
  if (known) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = () => {
    timer = setTimeout(
      () => {
        arm();
        for (const listener of listeners) listener();
      },
      periodMs - (Date.now() % periodMs),
    );
  };
  const clock: Clock = {
    subscribe: (listener) => {
      if (listeners.size === 0) arm();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    now: () => Math.floor(Date.now() / periodMs) * periodMs,
  };
  clocks.set(periodMs, clock);
  return clock;
}

/** The time in ms, rounded down to `periodMs`; the component renders again when it changes. */
export function useNow(periodMs = 1_000): number {
  const clock = clockOf(periodMs);
  return useSyncExternalStore(clock.subscribe, clock.now);
}
