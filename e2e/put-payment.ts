import type { Page } from '@playwright/test';
import type { PaymentRow } from '#payments/journal/payment-row.ts';
import { signedPayment } from '#payments/testing/order-builders.ts';
import { paymentRow } from '#testing/payment-row.ts';

export const SIGNED_HEADER = 'c2lnbmVkLXBheWxvYWQtY2FuYXJ5';

/** A U.S. card order that Laso did not answer, with its signed payload, as the journal stores it. */
export function unknownPayment(id: string, accountId: string, amountCents: number): PaymentRow {
  const atMs = Date.now() - 60_000;
  const validBeforeSec = Math.floor(atMs / 1_000) + 600;
  const signed = signedPayment({ payer: accountId, headerValue: SIGNED_HEADER, validBeforeSec });
  return paymentRow({
    id,
    state: 'unknown',
    product: { kind: 'us-card', amountCents },
    amountAtomic: String(amountCents * 10_000),
    payer: accountId,
    accountId,
    requestUrl: `https://laso.finance/get-card?amount=${amountCents / 100}`,
    history: (['signing', 'signed', 'sent', 'unknown'] as const).map((state) => ({ state, atMs })),
    sends: 1,
    signed,
    marks: { nonce: signed.nonce },
    reason: 'Laso did not answer.',
    validBeforeSec,
  });
}

/** Writes rows into the journal's store, past the app. The app must have opened its database before. */
export const putPayments = (page: Page, rows: readonly PaymentRow[]): Promise<void> =>
  putStored(page, 'payments', rows);

/** The same for any store. */
export async function putStored(
  page: Page,
  store: 'payments' | 'vault',
  rows: readonly { id: string }[],
): Promise<void> {
  const given = { name: store, all: rows };
  await page.evaluate(async ({ name, all }) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('laso');
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(new Error('The database could not be opened.')));
    });
    const writing = db.transaction(name, 'readwrite');
    for (const row of all) writing.objectStore(name).put(row, row.id);
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    db.close();
  }, given);
}
