import type { ReactNode } from 'react';
import { formatAmount } from '#domain/currency-amount.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusMark } from '#ui/status-mark.tsx';

interface OpenTransferItemProps {
  item: VaultItem;
  /** Whose it is, where that is not clear. */
  account: ReactNode;
  /** The link to where it can be completed. */
  way: ReactNode;
}

/** One transfer among what needs attention: paid, and not sent to a card yet. */
export function OpenTransferItem({ item, account, way }: OpenTransferItemProps) {
  const what = item.amount ? `The transfer of ${formatAmount(item.amount)}` : 'A transfer';
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-0.5">
        <p>
          {what} is not completed yet. It was paid <RelativeTime ms={item.boughtAtMs} /> and arrives only once
          the recipient’s debit card is entered.
        </p>
        <div className="flex flex-wrap items-center gap-x-4 text-sm text-muted">
          <StatusMark tone="caution">Not completed yet</StatusMark>
          {account}
        </div>
      </div>
      {way}
    </li>
  );
}
