import type { Journal } from './journal.ts';
import { PaymentError } from './payment-error.ts';
import { advance, type PaymentSummary } from './payment-row.ts';
import { withWalletLock, type Locks } from './wallet-lock.ts';

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

/** The same for every wallet no tab is paying with just now: for a page that shows payments, when it opens. */
export async function settleAbandoned(
  journal: Journal,
  now: () => number = Date.now,
  locks?: Locks,
): Promise<void> {
  const rows = (await journal.list()).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const abandoned = rows.filter(({ state }) => state === 'signing' || state === 'sent');
  for (const payer of new Set(abandoned.map((row) => row.payer.toLowerCase()))) {
    await withWalletLock(payer, () => settleLeftovers(journal, payer, now()), locks).catch(
      (error: unknown) => {
        if (!(error instanceof PaymentError && error.kind === 'busy')) throw error;
      },
    );
  }
}
