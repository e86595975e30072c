import type { Page } from '@playwright/test';

/**
 * The page's journal gets no further than to the step before `state`: the transaction that writes it is begun
 * and never ends, and a page that is closed then takes it along. What is on the disk is what a page leaves
 * that dies at that arrow. Call it before the page is opened; the function it gives waits until the page is
 * there.
 */
export async function stopBeforeCommit(page: Page, state: string): Promise<() => Promise<unknown>> {
  await page.addInitScript((wanted) => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function putWithoutEnd(value, key) {
      const request = put.call(this, value, key);
      if (value?.state === wanted) {
        const stay = (): void => this.get('nothing').addEventListener('success', stay);
        stay();
        Reflect.set(window, 'stoppedBeforeCommit', true);
      }
      return request;
    };
  }, state);
  return () => page.waitForFunction(() => Reflect.get(window, 'stoppedBeforeCommit') === true);
}
