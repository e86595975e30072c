import type { Journal } from './journal.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, isInProgress, summaryOf, type PaymentSummary } from './payment-row.ts';
import { withWalletLock, type Locks } from './wallet-lock.ts';

const CLOSED_BEFORE_SIGNING = 'The page was closed before the wallet had signed. Nothing was sent.';
const CLOSED_BEFORE_ANSWER = 'The page was closed before Laso had answered. The payment may have been made.';
const ENDED_UNSENT = 'The signed payment expired before it was sent. Nothing was paid.';

/**
 * Rows a closed or crashed tab left behind; call it only while holding the wallet's lock, which proves that no tab works on them.
 * `signing` never got a payload: not charged. `sent` got no answer: unknown. `signed` was never sent: it is left for the person to
 * decide, or dropped once it has ended. What cannot be read is left as it is: whoever pays asks about it (repeat-guard.ts). Returns the wallet's rows
 * as they are afterwards.
 */
export async function settleLeftovers(
  journal: Journal,
  payer: string,
  atMs: number,
): Promise<PaymentSummary[]> {
  const rows = (await journal.list()).flatMap((entry) =>
    entry.kind === 'row' && entry.row.payer.toLowerCase() === payer.toLowerCase() ? [entry.row] : [],
  );
  const settled: PaymentSummary[] = [];
  for (const summary of rows) {
    const next = leftover(summary, atMs);
    const row = next && (await journal.get(summary.id));
    if (!next || !row) {
      settled.push(summary);
      continue;
    }
    const stepped = advance(row, next.to, { atMs, patch: { reason: next.reason } });
    await journal.commit(stepped);
    settled.push(summaryOf(stepped));
  }
  return settled;
}

/** What a row that no tab works on becomes; null where it stays. Pure. */
export function leftover(
  { state, validBeforeSec }: Pick<PaymentSummary, 'state' | 'validBeforeSec'>,
  atMs: number,
): { to: 'not-charged' | 'unknown'; reason: string } | null {
  if (state === 'draft' || state === 'quoted' || state === 'signing')
    return { to: 'not-charged', reason: CLOSED_BEFORE_SIGNING };
  if (state === 'sent') return { to: 'unknown', reason: CLOSED_BEFORE_ANSWER };
  const ended = validBeforeSec !== null && atMs > validBeforeSec * 1000;
  return state === 'signed' && ended ? { to: 'not-charged', reason: ENDED_UNSENT } : null;
}

/** The same for every wallet no tab is paying with just now: for a page that shows payments, when it opens. */
export async function settleAbandoned(
  journal: Journal,
  now: () => number = Date.now,
  locks?: Locks,
): Promise<void> {
  const rows = (await journal.list()).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const abandoned = rows.filter(({ state }) => isInProgress(state));
  for (const payer of new Set(abandoned.map((row) => row.payer.toLowerCase()))) {
    await withWalletLock(payer, () => settleLeftovers(journal, payer, now()), locks).catch(
      (error: unknown) => {
        if (!(error instanceof PaymentError && error.kind === 'busy')) throw error;
      },
    );
  }
}
