import type { Page } from '@playwright/test';
import type { PaymentRow } from '#payments/journal/payment-row.ts';

export const SIGNED_HEADER = 'c2lnbmVkLXBheWxvYWQtY2FuYXJ5';

/** A U.S. card order whose answer never came, with its signed payload, as the journal would have it. */
export function unknownPayment(id: string, accountId: string, amountCents: number): PaymentRow {
  const atMs = Date.now() - 60_000;
  const validBeforeSec = Math.floor(atMs / 1_000) + 600;
  return {
    version: 2,
    revision: 0,
    marks: { nonce: `0x${'0b'.repeat(32)}` },
    sends: 1,
    settledAtSec: null,
    hint: null,
    knownProductIds: null,
    candidateIds: [],
    retryOf: null,
    dismissed: null,
    paymentId: null,
    id,
    state: 'unknown',
    product: { kind: 'us-card', amountCents },
    amountAtomic: String(amountCents * 10_000),
    network: 'eip155:8453',
    asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    payer: accountId,
    payTo: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37',
    accountId,
    requestUrl: `https://laso.finance/get-card?amount=${amountCents / 100}`,
    history: (['signing', 'signed', 'sent', 'unknown'] as const).map((state) => ({ state, atMs })),
    signed: {
      network: 'eip155:8453',
      payer: accountId,
      headerName: 'PAYMENT-SIGNATURE',
      headerValue: SIGNED_HEADER,
      nonce: `0x${'0b'.repeat(32)}`,
      validAfterSec: 0,
      validBeforeSec,
    },
    transaction: null,
    cardId: null,
    reason: 'Laso did not answer.',
    validBeforeSec,
  };
}

/** Writes rows into the journal's store, past the app, which must have opened its database already. */
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
