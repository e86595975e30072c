import type { ReactNode } from 'react';
import { shortAddress } from '#domain/account.ts';
import { formatAmount } from '#domain/currency-amount.ts';
import { formatUsdc } from '#domain/money.ts';
import type { Vault } from '#storage/vault.ts';
import { paidAtomicOf, type VaultItem } from '#storage/vault-entry.ts';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { transferWord } from './activity.ts';
import { TransferActions } from './transfer-actions.tsx';

interface TransferListProps {
  transfers: readonly VaultItem[];
  /** List items of what could not be kept. */
  held: readonly ReactNode[];
  vault: Pick<Vault, 'read' | 'mark'>;
  /** After a mark was written. */
  onChanged: () => void;
}

/** What was sent from this browser. Laso keeps no list that could be asked (laso-api.md §3). */
export function TransferList({ transfers, held, vault, onChanged }: TransferListProps) {
  if (transfers.length === 0 && held.length === 0) return null;
  const severalOwners = new Set(transfers.map(({ account }) => account)).size > 1;
  return (
    <Panel title="Earlier transfers" className="max-w-160">
      <ul aria-label="Transfers" className="flex flex-col divide-y divide-hairline border-y border-hairline">
        {held}
        {transfers.map((item) => (
          <li key={item.id} className="flex flex-col gap-3 py-4">
            <RowBoundary version={item} what="This transfer">
              {() => (
                <>
                  <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                    <strong className="text-md font-semibold tabular-nums">
                      {item.amount ? formatAmount(item.amount) : 'Transfer'}
                    </strong>
                    <StatusMark tone={item.doneAtMs === null ? 'caution' : 'positive'}>
                      {transferWord(item)}
                    </StatusMark>
                  </div>
                  <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                    <span>
                      Paid{paidWords(item)} <RelativeTime ms={item.boughtAtMs} />
                    </span>
                    {severalOwners && <span>for {shortAddress(item.account)}</span>}
                  </p>
                  <TransferActions item={item} vault={vault} onChanged={onChanged} />
                </>
              )}
            </RowBoundary>
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-sm text-muted">
        Only transfers made in this browser: Laso has no list of them. The links are kept encrypted on this
        device.
      </p>
    </Panel>
  );
}

function paidWords(item: VaultItem): string {
  const paid = paidAtomicOf(item);
  return paid === null ? '' : ` ${formatUsdc(paid)} USDC`;
}
