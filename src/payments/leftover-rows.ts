import type { Journal } from './journal.ts';
import { advance, type PaymentSummary } from './payment-row.ts';

/**
 * Rows a closed or crashed tab left behind; call it only while holding the wallet's lock, which proves that no tab works on them.
 * `signing` never got a payload: not charged. `sent` got no answer: unknown. `signed` is left for the person to decide.
 */
export async function settleLeftovers(
  journal: Journal,
  payer: string,
  atMs: number,
): Promise<PaymentSummary[]> {
  const rows = (await journal.list()).flatMap((entry) =>
    entry.kind === 'row' && entry.row.payer.toLowerCase() === payer.toLowerCase() ? [entry.row] : [],
  );
  for (const { id, state } of rows) {
    if (state !== 'signing' && state !== 'sent') continue;
    const row = await journal.get(id);
    if (!row) continue;
    const reason =
      state === 'signing'
        ? 'The page was closed before the wallet had signed. Nothing was sent.'
        : 'The page was closed before Laso had answered. The payment may have been made.';
    await journal.commit(
      advance(row, state === 'signing' ? 'not-charged' : 'unknown', { atMs, patch: { reason } }),
    );
  }
  return rows;
}
