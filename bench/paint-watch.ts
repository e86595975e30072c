import type { Page } from '@playwright/test';

declare global {
  interface Window {
    paintWatch: { begin: (table: string) => void; end: () => Promise<number> };
  }
}

/** When the table does not change for this long, its answer is complete. */
const QUIET_MS = 250;

/**
 * Measures in the page, in ms, from a key press or a choice (the event's
 * own time stamp, so a busy page counts) to the paint that shows its last
 * effect on the table. Call it once for each page, before the page loads.
 */
export async function installPaintWatch(page: Page): Promise<void> {
  await page.addInitScript((quietMs) => {
    let beganAt: number | null = null;
    let paintedAt = 0;
    let observer: MutationObserver | null = null;
    const notePaint = () =>
      requestAnimationFrame(() => {
        // A message is handled after the frame is drawn.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          paintedAt = performance.now();
        });
        port1.start();
        port2.postMessage(null);
      });
    const onInput = (event: Event) => {
      if (beganAt !== null || !observer) return;
      beganAt = event.timeStamp;
      notePaint();
    };
    addEventListener('keydown', onInput, true);
    addEventListener('input', onInput, true);
    window.paintWatch = {
      begin: (table) => {
        const watched = document.querySelector(table);
        if (!watched) throw new Error(`No ${table} to watch`);
        beganAt = null;
        paintedAt = 0;
        observer = new MutationObserver(notePaint);
        observer.observe(watched, { subtree: true, childList: true, characterData: true, attributes: true });
      },
      end: async () => {
        const until = performance.now() + 20_000;
        const isQuiet = () => paintedAt > 0 && performance.now() - paintedAt >= quietMs;
        while (!isQuiet()) {
          if (performance.now() > until) throw new Error('Nothing was painted, or painting never ended');
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        observer?.disconnect();
        observer = null;
        return paintedAt - (beganAt ?? paintedAt);
      },
    };
  }, QUIET_MS);
}

/** The time from one act (a key, a choice) until its effect on the table was painted, ms. */
export async function timePaint(page: Page, table: string, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate((selector) => window.paintWatch.begin(selector), table);
  await act();
  return page.evaluate(() => window.paintWatch.end());
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
