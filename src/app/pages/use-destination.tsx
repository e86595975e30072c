import { useState, type ReactNode } from 'react';
import { useConfig } from '#config/config-context.ts';
import { SOLANA } from '#domain/chain.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { destinationOf, type Destination } from '#features/balance/withdraw/destination.ts';
import { usePayments } from '#features/payments/use-payments.ts';
import type { Laso } from '#session/laso-context.ts';
import { OwnWalletAddress } from '#wallets/own-wallet-address.tsx';

/** Where withdrawals go, from all that this browser knows: the account, wallets that paid or are connected here, Laso's history. */
export function useDestination(
  { account }: Laso,
  withdrawals: readonly Withdrawal[],
): { destination: Destination; findAddress: ReactNode } {
  const config = useConfig();
  const payments = usePayments();
  const [connected, setConnected] = useState<string | null>(null);
  const payers = payments.data?.flatMap((entry) => (entry.kind === 'row' ? entry.row.payer : [])) ?? [];
  const wallets = connected === null ? payers : [connected, ...payers];
  const destination = destinationOf(account, wallets, withdrawals);
  const network = config.networks.find(({ id }) => id === SOLANA);
  return {
    destination,
    findAddress: destination.kind === 'untold' && network && (
      <OwnWalletAddress network={network} account={account} onFound={setConnected} />
    ),
  };
}
