const WINDOW_MS = 60_000;

/** How many requests are left in this minute, as the headers say; it refuses nothing. */
export interface RateWindow {
  limit: number;
  /** Counts requests that were never made. */
  use(count: number): void;
  /** Counts one request. */
  take(): { remaining: number; resetSec: number };
  clear(): void;
}

export function createRateWindow(now: () => number): RateWindow {
  let begunMs = 0;
  let used = 0;
  const renew = (): void => {
    if (now() - begunMs < WINDOW_MS) return;
    begunMs = now();
    used = 0;
  };
  const window: RateWindow = {
    limit: 120,
    use: (count) => {
      renew();
      used += count;
    },
    take: () => {
      window.use(1);
      return {
        remaining: Math.max(0, window.limit - used),
        resetSec: Math.ceil((begunMs + WINDOW_MS - now()) / 1_000),
      };
    },
    clear: () => {
      begunMs = 0;
      window.limit = 120;
    },
  };
  return window;
}
