import type { Page } from '@playwright/test';

/** A row as it lies in IndexedDB, the signed payload included. */
interface StoredPayment {
  readonly id: string;
  readonly state: string;
  readonly amountAtomic: string;
  readonly payer: string;
  readonly retryOf: string | null;
  readonly signed: { readonly headerName: string; readonly headerValue: string } | null;
  readonly history: readonly { readonly state: string }[];
}

/** What is on the disk now, read past the app. */
export async function storedPayments(page: Page): Promise<StoredPayment[]> {
  return page.evaluate(
    () =>
      new Promise<StoredPayment[]>((resolve, reject) => {
        const opening = indexedDB.open('laso');
        opening.addEventListener('error', () => reject(new Error('The database could not be opened.')));
        opening.addEventListener('success', () => {
          const db = opening.result;
          const read = db.transaction('payments').objectStore('payments').getAll();
          read.addEventListener('success', () => {
            db.close();
            resolve(read.result);
          });
          read.addEventListener('error', () => reject(new Error('The payments could not be read.')));
        });
      }),
  );
}
