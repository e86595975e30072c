import { journal } from '#payments/journal/browser-journal.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { keepProduct } from '#payments/pay/keep-product.ts';
import type { NewVaultEntry } from '#storage/vault.ts';

/** Keeps a held secret after all; with it its payment is delivered. Rejects while the vault refuses. */
export async function deliverHeld(entry: NewVaultEntry, keep: () => Promise<void>): Promise<void> {
  try {
    await keepProduct({ journal, rowId: entry.id, product: { cardId: null, keep } });
  } catch (error) {
    // The payment has moved on (deleted, found otherwise): the secret is kept all the same.
    if (!(error instanceof PaymentError) || error.kind !== 'state') throw error;
    await keep();
  }
}
