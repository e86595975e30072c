import type { ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { Address } from '#ui/address.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Money } from '#ui/money.tsx';
import type { Destination } from './withdraw/destination.ts';

interface BalanceFactsProps {
  balanceCents: number | null;
  totalDepositsCents: number | null;
  /** Why one of them is missing. */
  reason: string;
  /** Null until the history is read. */
  withdrawnCents: number | null;
  destination: Destination;
  /** For an address nobody told yet: how the owner can show it. */
  findAddress: ReactNode;
}

const SOURCES = {
  account: 'This account’s own wallet',
  wallet: 'Your own wallet; it matches this account',
  history: 'From an earlier withdrawal; it matches this account',
} as const;

/** What Laso holds for the account, and where it goes when it is withdrawn. */
export function BalanceFacts(props: BalanceFactsProps) {
  const { balanceCents, totalDepositsCents, reason, withdrawnCents, destination } = props;
  const { supportEmail } = useConfig();
  return (
    <DefinitionList
      items={[
        {
          key: 'balance',
          term: 'Available balance',
          detail: <Money cents={balanceCents} reason={reason} className="text-lg font-semibold" />,
        },
        {
          key: 'deposits',
          term: 'Total deposits',
          detail: <Money cents={totalDepositsCents} reason={reason} />,
        },
        {
          key: 'withdrawn',
          term: 'Withdrawn',
          detail: <Money cents={withdrawnCents} reason="Loading" />,
        },
        {
          key: 'destination',
          term: 'Destination',
          detail:
            destination.kind === 'known' ? (
              <>
                <Address
                  value={destination.address}
                  full
                  copyLabel="Copy wallet address"
                  className="text-balance"
                />
                <p className="text-sm text-muted">
                  {SOURCES[destination.from]}, on {destination.network}.
                </p>
              </>
            ) : (
              <div className="flex flex-col items-end gap-2">
                <p>Laso has not told us the address.</p>
                <p className="max-w-prose text-sm text-muted">
                  Laso gives Solana addresses in lower case only, so the exact one cannot be shown here. Ask{' '}
                  {supportEmail} where the money goes before you withdraw a large amount.
                </p>
                {props.findAddress}
              </div>
            ),
        },
      ]}
    />
  );
}
