import type { OpenPayment } from '#features/session/sign-out-dialog.tsx';
import { isOpen } from '#features/payments/payment-words.ts';
import { journal } from '#payments/browser-journal.ts';

/** Payments whose end is not known yet, for the sign-out dialog. */
export async function openPayments(): Promise<OpenPayment[]> {
  const entries = await journal.list();
  return entries.flatMap((entry) =>
    entry.kind === 'row' && isOpen(entry.row)
      ? [{ accountId: entry.row.accountId, amountAtomic: BigInt(entry.row.amountAtomic) }]
      : [],
  );
}
