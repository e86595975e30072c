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

/** What was delivered is in Laso's list of cards or in the vault already: told twice it would be counted twice. */
const toldElsewhere = (row: PaymentSummary): boolean =>
  row.state === 'delivered' && row.product.kind !== 'auth';

/** The payments of this browser, other than those whose product tells of itself. */
export const paymentActivity = (entries: readonly JournalEntry[], href: string): ActivityItem[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt' || toldElsewhere(entry.row)) return [];
    const { row } = entry;
    const paid = row.state === 'delivered' || row.state === 'paid-not-delivered';
    const startedAtMs = row.history[0]?.atMs ?? Number.NaN;
    return [
      {
        key: `payment ${row.id}`,
        accountId: accountIdOf(row.accountId),
        kind: KINDS.get(row.product.kind) ?? 'payment',
        // A time that no Date holds is none.
        when: Number.isNaN(new Date(startedAtMs).getTime()) ? null : { kind: 'instant', ms: startedAtMs },
        title: productName(row),
        detail: networkName(row.network),
        amountCents: usdcAtomicToCents(BigInt(row.amountAtomic)),
        direction: paid ? 'out' : null,
        status: stateWord[row.state],
        href,
      },
    ];
  });
