import { commitDelivered } from './commit-delivered.ts';
import type { DeliveredProduct } from './outcome.ts';
import { summaryOf, type PaymentSummary } from '../journal/payment-row.ts';
import { withRow, type RowAction } from '../journal/with-row.ts';

/** What was delivered but could not be put away is put away now: `keep` first, then the row is delivered. Rejects as `keep` does. */
export const keepProduct = (
  action: RowAction & { readonly product: DeliveredProduct },
): Promise<PaymentSummary> =>
  withRow(action, ['paid-not-delivered'], async (row) => {
    await action.product.keep?.(row);
    const patch = { cardId: action.product.cardId, candidateIds: [], reason: row.corrected?.words ?? null };
    return summaryOf(await commitDelivered(action.journal, row, { atMs: (action.now ?? Date.now)(), patch }));
  });
