import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { SentPayment } from '#domain/chain-purchase.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';

const MOVED_MONEY = new Set(['sent', 'unknown', 'delivered', 'paid-not-delivered']);

/** What the journal says was sent from this account's wallet on this network. */
export const sentPayments = (
  entries: readonly JournalEntry[],
  account: AccountId,
  network: string,
): SentPayment[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt') return [];
    const { row } = entry;
    if (accountIdOf(row.payer) !== account || row.network !== network || !MOVED_MONEY.has(row.state))
      return [];
    const sent = row.history.find(({ state }) => state === 'sent');
    return {
      id: row.id,
      amountAtomic: BigInt(row.amountAtomic),
      sentAtMs: row.settledAtSec === null ? (sent?.atMs ?? null) : row.settledAtSec * 1_000,
      transaction: row.transaction,
      cardId: row.cardId,
    };
  });
