import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem, ActivityKind } from '#domain/activity.ts';
import { networkName } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import type { JournalEntry } from '#payments/journal.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { productName, stateWord } from './payment-words.ts';

const KINDS: ReadonlyMap<string, ActivityKind> = new Map([
  ['auth', 'sign-in'],
  ['gift-card', 'gift-card'],
  ['push-to-card', 'transfer'],
]);

/** Cards that were delivered are in Laso's list already: told twice they would be counted twice. */
const listedByLaso = (row: PaymentSummary): boolean =>
  row.state === 'delivered' && (row.product.kind === 'us-card' || row.product.kind === 'intl-card');

/** The payments of this browser, other than those for cards that Laso lists. */
export const paymentActivity = (entries: readonly JournalEntry[], href: string): ActivityItem[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt' || listedByLaso(entry.row)) return [];
    const { row } = entry;
    const paid = row.state === 'delivered' || row.state === 'paid-not-delivered';
    const startedAtMs = row.history[0]?.atMs;
    return [
      {
        key: `payment ${row.id}`,
        accountId: accountIdOf(row.accountId),
        kind: KINDS.get(row.product.kind) ?? 'payment',
        when: startedAtMs === undefined ? null : { kind: 'instant', ms: startedAtMs },
        title: productName(row),
        detail: networkName(row.network),
        amountCents: usdcAtomicToCents(BigInt(row.amountAtomic)),
        direction: paid ? 'out' : null,
        status: stateWord[row.state],
        href,
      },
    ];
  });
