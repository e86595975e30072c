import { blockAt, firstBlockSince, type Block } from '#chain/evm-block.ts';
import { topicOf } from '#chain/evm-log.ts';
import { hexQuantity, quantity, type Rpc } from '#chain/json-rpc.ts';
import type { PaymentToFind } from '../evidence.ts';
import {
  AUTHORIZATION_CANCELED,
  AUTHORIZATION_USED,
  authorizationLogs,
  isAuthorization,
  paidIn,
} from './transfer-logs.ts';

/** What one node knows. `odd`: the authorisation is gone, but no log tells how; it decides nothing. */
export type NodeView =
  | { readonly kind: 'settled'; readonly transaction: string; readonly block: Block }
  | { readonly kind: 'cancelled'; readonly head: Block }
  | { readonly kind: 'unused'; readonly head: Block }
  | { readonly kind: 'odd' };

/** `authorizationState(address,bytes32)` of EIP-3009. */
export const AUTHORIZATION_STATE = '0xe94a0102';
/** How long before its end an authorisation can have been signed: the longest one we sign, and clocks that were far off. */
const LONGEST_SEC = 600 + 3_600;

/** Asks one node. Rejects when it does not answer, or is a node of another network. */
export async function viewOf(
  rpc: Rpc,
  payment: PaymentToFind,
  { nonce, endSec }: { nonce: string; endSec: number },
): Promise<NodeView> {
  const chainId = quantity(await rpc('eth_chainId', []));
  if (`eip155:${chainId}` !== payment.network) throw new Error('a node of another network');
  const named = payment.transaction && (await paidIn(rpc, payment.transaction, payment, nonce));
  if (payment.transaction && typeof named === 'number')
    return { kind: 'settled', transaction: payment.transaction, block: await blockAt(rpc, named) };

  const head = await blockAt(rpc, 'latest');
  // Asked for this very block: the answer is then about a known moment, whichever machine behind the address gives it.
  const data = `${AUTHORIZATION_STATE}${topicOf(payment.payer).slice(2)}${topicOf(nonce).slice(2)}`;
  const state = await rpc('eth_call', [{ to: payment.asset, data }, hexQuantity(head.number)]);
  if (typeof state !== 'string' || !/^0x0{63}[01]$/.test(state)) throw new Error('no state');
  if (!state.endsWith('1')) return { kind: 'unused', head };

  const range = [
    await firstBlockSince(rpc, endSec - LONGEST_SEC, head),
    await firstBlockSince(rpc, endSec + 1, head),
  ] as const;
  for (const log of await authorizationLogs(rpc, payment, nonce, range)) {
    if (isAuthorization(log, AUTHORIZATION_CANCELED, payment, nonce)) return { kind: 'cancelled', head };
    if (!isAuthorization(log, AUTHORIZATION_USED, payment, nonce)) continue;
    const paid = await paidIn(rpc, log.transactionHash, payment, nonce);
    if (paid !== null)
      return { kind: 'settled', transaction: log.transactionHash, block: await blockAt(rpc, paid) };
  }
  return { kind: 'odd' };
}
