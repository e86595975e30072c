import { queryOptions, skipToken } from '@tanstack/react-query';
import { accountIdOf } from '#domain/account.ts';
import type { WalletConnection } from '#payments/evm/wallet.ts';
import type { UsCardQuote } from './us-card-quote.ts';
import type { EvmWallets } from './wallet-code.ts';

interface PreflightInput {
  evm: EvmWallets | null;
  connection: WalletConnection | null;
  quote: UsCardQuote;
}

/** What can be known before the wallet is asked: balance, clock, chain, kind of wallet. Nothing of it is kept after the review. */
export function preflightQuery({ evm, connection, quote }: PreflightInput) {
  const amountAtomic = String(quote.offer?.amountAtomic ?? 0n);
  return queryOptions({
    queryKey: [accountIdOf(connection?.address ?? ''), 'preflight', connection?.chainId ?? 0, amountAtomic],
    queryFn: evm && connection ? () => checkBeforePaying(evm, connection, amountAtomic) : skipToken,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: 20_000,
  });
}

export function checkBeforePaying(
  evm: EvmWallets,
  connection: Pick<WalletConnection, 'address' | 'chainId'>,
  amountAtomic: string,
) {
  const review = { payer: connection.address, amountAtomic };
  return evm.preflight({ review, walletChainId: connection.chainId, reader: evm.reader(), nowMs: Date.now });
}
