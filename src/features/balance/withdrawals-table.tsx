import { useConfig } from '#config/config-context.ts';
import { withdrawalUrl } from '#config/explorer.ts';
import type { AccountId } from '#domain/account.ts';
import { networkName } from '#domain/chain.ts';
import { withdrawalStateWord, type Withdrawal, type WithdrawalState } from '#domain/withdrawal.ts';
import { Address } from '#ui/address.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import type { Tone } from '#ui/tone.ts';
import { UnknownValue } from '#ui/unknown-value.tsx';
import { reportedDestination, type Destination } from './withdraw/destination.ts';

const TONES: Record<WithdrawalState, Tone> = {
  pending: 'caution',
  completed: 'positive',
  failed: 'danger',
  unknown: 'neutral',
};

interface WithdrawalsTableProps {
  withdrawals: readonly Withdrawal[];
  destination: Destination;
  account: AccountId;
}

/** Laso's history, newest first, with Laso's own word where it is none of the known states. */
export function WithdrawalsTable({ withdrawals, destination, account }: WithdrawalsTableProps) {
  const config = useConfig();
  const to = (row: Withdrawal) => <SentTo row={row} destination={destination} account={account} />;
  const transaction = (row: Withdrawal) => <Transaction row={row} href={withdrawalUrl(config, row)} />;
  return (
    <DataTable
      label="Withdrawals"
      rows={withdrawals}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'when',
          header: 'Requested',
          cell: (row) =>
            row.requestedAtMs === null ? (
              <UnknownValue reason="Laso does not give the time" />
            ) : (
              <RelativeTime ms={row.requestedAtMs} />
            ),
          under: (row) => (
            <div className="flex flex-col">
              {to(row)}
              {transaction(row)}
            </div>
          ),
        },
        {
          key: 'state',
          header: 'Status',
          cell: (row) => (
            <StatusMark tone={TONES[row.state]} live={row.state === 'pending'}>
              {withdrawalStateWord(row)}
            </StatusMark>
          ),
        },
        { key: 'to', header: 'Sent to', wideOnly: true, cell: to },
        { key: 'transaction', header: 'Transaction', wideOnly: true, cell: transaction },
        {
          key: 'amount',
          header: 'Amount',
          numeric: true,
          cell: (row) => <Money cents={row.amountCents} reason="Laso does not give the amount" />,
        },
      ]}
    />
  );
}

function SentTo({
  row,
  destination,
  account,
}: {
  row: Withdrawal;
  destination: Destination;
  account: AccountId;
}) {
  const finding = reportedDestination(row, destination, account);
  if (row.address === null || finding === 'not-told')
    return <UnknownValue reason="Laso does not give the address" />;
  const network = row.network ? networkName(row.network) : row.rawNetwork;
  const own = finding === 'same';
  // One spelling for one wallet, so that a difference that is none does not look like one.
  const address = own && destination.kind === 'known' ? destination.address : row.address;
  return (
    <span className={own ? undefined : 'text-danger'}>
      <Address value={address} full={!own} />
      <span className="text-sm text-muted">
        {own ? ' this account’s wallet' : ' another wallet'}
        {network && `, ${network}`}
      </span>
    </span>
  );
}

function Transaction({ row, href }: { row: Withdrawal; href: string | null }) {
  if (href) return <ExternalLink href={href}>See the transaction</ExternalLink>;
  if (row.txHash) return <Address value={row.txHash} copyLabel="Copy transaction" />;
  return row.state === 'completed' ? (
    <UnknownValue reason="Laso gives no transaction" />
  ) : (
    <span className="text-sm text-muted">No transaction yet</span>
  );
}

export function WithdrawalsTableSkeleton() {
  return (
    <LoadingRegion label="Loading the withdrawals" className="flex flex-col gap-4 py-2">
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-full" />
    </LoadingRegion>
  );
}
