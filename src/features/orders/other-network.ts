import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { NetworkId } from '#domain/chain.ts';
import { payingWalletsOf } from '#wallets/load-wallets.ts';
import type { OrderQuote } from './order-quote.ts';
import { preflightQuery } from './queries.ts';

/** Where else the order could be paid, and what is known of the wallet there. */
export interface OtherNetwork {
  readonly id: NetworkId;
  /** null: none is connected there in this tab. */
  readonly wallet: { readonly name: string; readonly balanceAtomic: bigint | null } | null;
  /** Whether it could pay there; null when that is not known. */
  readonly covers: boolean | null;
}

const silent = () => () => undefined;

/**
 * The other network the server offers this order on, for choosing by balance. Nobody who pays on one network fetches the other's wallet code or
 * asks its nodes: something is known there only of a wallet that was connected there before.
 */
export function useOtherNetwork(
  { challenge, trusted }: OrderQuote,
  id: NetworkId | null,
): OtherNetwork | null {
  const wallets = id && payingWalletsOf(id);
  const connection = useSyncExternalStore(wallets?.subscribe ?? silent, () => wallets?.connection() ?? null);
  const offer = challenge.offers.find(({ network }) => network === id) ?? null;
  const checks = useQuery(
    preflightQuery({ wallets, connection, networkId: id ?? trusted.network.id, offer }),
  );
  if (id === null) return null;
  const balanceAtomic = checks.data?.balanceAtomic ?? null;
  return {
    id,
    wallet: connection && { name: connection.walletName, balanceAtomic },
    covers: balanceAtomic === null || !offer ? null : balanceAtomic >= offer.amountAtomic,
  };
}
