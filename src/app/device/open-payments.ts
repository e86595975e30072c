import type { OpenPayment } from '#features/session/open-payment.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { isOpen } from '#payments/journal/payment-row.ts';
import { withWalletLock } from '#payments/journal/wallet-lock.ts';

/** Payments whose end is not known yet, newest first, for the sign-out dialog. */
export async function openPayments(): Promise<OpenPayment[]> {
  const entries = await journal.list();
  return entries.flatMap((entry) => {
    if (entry.kind === 'corrupt' || !isOpen(entry.row)) return [];
    const { row } = entry;
    return {
      owners: [row.accountId, row.payer],
      startedAtMs: row.history[0]?.atMs ?? 0,
      amountAtomic: BigInt(row.amountAtomic),
      record: row,
      // Never under the hands of a tab that is paying with this wallet just now.
      remove: () => withWalletLock(row.payer, () => journal.remove(row.id)),
    };
  });
}
