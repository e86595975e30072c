import { formatAmount } from '#domain/currency-amount.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { openTransfers } from './open-transfers.ts';

/** The reminder: a transfer is finished only when somebody has entered the recipient's card. Nothing when none is open. */
export function OpenTransfersNotice({ transfers }: { transfers: readonly VaultItem[] }) {
  const [oldest, ...more] = openTransfers(transfers);
  if (!oldest) return null;
  const worth = oldest.amount ? ` of ${formatAmount(oldest.amount)}` : '';
  const count = more.length + 1;
  return (
    <div className="max-w-160">
      <Notice
        tone="caution"
        title={count === 1 ? '1 transfer is not completed yet' : `${count} transfers are not completed yet`}
      >
        {count === 1 ? `The transfer${worth} was paid ` : `The oldest, a transfer${worth}, was paid `}
        <RelativeTime ms={oldest.boughtAtMs} />. It arrives only after the recipient’s debit card is entered
        on the page that its link, below, opens. Mark it as completed when that is done.
      </Notice>
    </div>
  );
}
