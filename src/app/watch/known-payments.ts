import { accountIdOf } from '#domain/account.ts';
import type { KnownPayment } from '#domain/signals/payments.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';

/** What signals need to know of this browser's payments; what was put aside raises none. */
export const knownPayments = (entries: readonly JournalEntry[]): KnownPayment[] =>
  entries.flatMap((entry) =>
    entry.kind === 'row' && !entry.row.dismissed
      ? [
          {
            id: entry.row.id,
            state: entry.row.state,
            product: entry.row.product.kind,
            cardId: entry.row.cardId,
            amountAtomic: BigInt(entry.row.amountAtomic),
            accountId: accountIdOf(entry.row.accountId),
            payer: entry.row.payer,
            corrected: entry.row.corrected?.from ?? null,
            listedNone: entry.row.listedNone === true,
          },
        ]
      : [],
  );
