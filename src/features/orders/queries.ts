import { queryOptions, skipToken } from '@tanstack/react-query';
import { accountIdOf } from '#domain/account.ts';
import type { NetworkId } from '#domain/chain.ts';
import type { Offer } from '#payments/quote/challenge.ts';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';

interface PreflightInput {
  wallets: WalletPort | null;
  connection: ConnectedWallet | null;
  networkId: NetworkId;
  offer: Offer | null;
}

/** What can be known before the wallet is asked: balance, clock, chain, kind of wallet. Nothing of it is kept after the review. */
export function preflightQuery({ wallets, connection, networkId, offer }: PreflightInput) {
  return queryOptions({
    queryKey: [
      accountIdOf(connection?.address ?? ''),
      'preflight',
      networkId,
      connection?.walletId ?? '',
      connection?.chainId ?? 0,
      String(offer?.amountAtomic ?? 0n),
    ],
    queryFn: wallets && connection && offer ? () => wallets.checkPayment(connection, offer) : skipToken,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 20_000,
  });
}
