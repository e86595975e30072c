import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { paidEntry } from '#domain/book-entry.ts';
import { networkName } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { factsOf } from '#domain/product-kind.ts';
import { rowId } from '#domain/row-id.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { productName, stateWord } from './payment-words.ts';

/** Laso's own list shows what was delivered: shown here too, it would count twice. An unknown kind may be in such a list. */
const isListed = ({ state, product }: PaymentSummary): boolean =>
  state === 'delivered' && factsOf(product.kind)?.list !== null;

/**
 * The payments of this browser, other than those that Laso lists itself. Gift cards and transfers have the same key in the vault, which knows more of
 * them.
 */
export const paymentActivity = (entries: readonly JournalEntry[], href: string): ActivityItem[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt' || isListed(entry.row)) return [];
    const { row } = entry;
    const paid = row.state === 'delivered' || row.state === 'paid-not-delivered';
    const startedAtMs = row.history[0]?.atMs ?? Number.NaN;
    return [
      {
        key: rowId('payment', row.id),
        accountId: accountIdOf(row.accountId),
        kind: factsOf(row.product.kind)?.activity ?? 'payment',
        // A time that no Date holds is none.
        when: Number.isNaN(new Date(startedAtMs).getTime()) ? null : { kind: 'instant', ms: startedAtMs },
        title: productName(row),
        detail: networkName(row.network),
        amountCents: usdcAtomicToCents(BigInt(row.amountAtomic)),
        direction: paid ? 'out' : null,
        status: stateWord[row.state],
        href,
        booked: paidEntry({
          // One of the candidates is its card: their orders are booked already.
          paidAtomic: paid && row.candidateIds.length === 0 ? BigInt(row.amountAtomic) : null,
          transaction: row.transaction,
        }),
      },
    ];
  });
