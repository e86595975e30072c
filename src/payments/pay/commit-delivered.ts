import type { Journal } from '../journal/journal.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, type PaymentRow } from '../journal/payment-row.ts';

/**
 * Commits the row as delivered, with what became known. Whoever looks for evidence may have found first what was just put away: then the row
 * is delivered already, and that is no error. Resolves with it as it is stored; rejects as `commit` does.
 */
export async function commitDelivered(
  journal: Journal,
  row: PaymentRow,
  step: Parameters<typeof advance>[2],
): Promise<PaymentRow> {
  const delivered = advance(row, 'delivered', step);
  try {
    await journal.commit(delivered);
    return delivered;
  } catch (error) {
    if (!(error instanceof PaymentError) || error.kind !== 'state') throw error;
    const stored = await journal.get(row.id);
    if (stored?.state !== 'delivered') throw error;
    return stored;
  }
}
