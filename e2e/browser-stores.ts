import type { Page } from '@playwright/test';

interface BrowserStores {
  localStorage: string;
  sessionStorage: string;
  /** Every value of every store of every database, as JSON. */
  indexedDB: string;
  caches: string;
  cookies: string;
}

/** All a page of this origin has stored, read past the app. */
export async function readStores(page: Page): Promise<BrowserStores> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('IndexedDB could not be read.')));
      });
    const values: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const db = await asked(indexedDB.open(name));
      for (const store of db.objectStoreNames)
        values.push({ store, values: await asked(db.transaction(store).objectStore(store).getAll()) });
      db.close();
    }
    return {
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      // Bytes as text, so that a secret written as bytes is found too.
      indexedDB: JSON.stringify(values, (_name, value: unknown) =>
        value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
      ),
      caches: JSON.stringify(await caches.keys()),
      cookies: document.cookie,
    };
  });
}

/** Everything of the page itself that could still hold a link's secret. */
export async function readTraces(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const observed = await new Promise<PerformanceEntry[]>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({
        type: 'navigation',
        buffered: true,
      });
    });
    // TypeScript's DOM library does not know the Navigation API yet.
    const navigation = Object(Reflect.get(window, 'navigation'));
    const entries: { url: string; getState(): unknown }[] = navigation.entries();
    return {
      location: location.href,
      historyState: JSON.stringify(history.state),
      navigationEntries: JSON.stringify(entries.map((entry) => [entry.url, entry.getState()])),
      performance: JSON.stringify([...performance.getEntries(), ...observed]),
      referrer: document.referrer,
      windowName: window.name,
      document: document.documentElement.outerHTML,
    };
  });
}

/** The session records in `text` (a store's JSON) hold this account's tokens. */
export const holdsTokens = (store: string): boolean => store.includes('idToken');
