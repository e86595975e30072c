import { blockAt, firstBlockSince, type Block } from '#chain/evm-block.ts';
import { topicOf } from '#chain/evm-log.ts';
import { hexQuantity, quantity, type Rpc } from '#chain/json-rpc.ts';
import type { PaymentToFind } from '../reconcile/evidence.ts';
import { LONGEST_SIGNED_SECONDS } from '../quote/signed-life.ts';
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
const LONGEST_SEC = LONGEST_SIGNED_SECONDS + 3_600;

/**
 * Asks one node. Rejects when it does not answer, or is a node of another network. Behind its address there may be many machines of different age,
 * and each question may be answered by another one. "Unused" is said by the state at one block, by its number, whose time is in the same answer as
 * the number; assumed: a machine that does not have this block refuses (all known node software does), and does not answer for another one.
 * What is found (a log, a receipt, a block) is the same on every machine. What is *not* found proves nothing: a machine that does not have
 * the blocks yet gives no logs. Then it is `odd`, which decides nothing.
 */
export async function viewOf(
  rpc: Rpc,
  payment: PaymentToFind,
  { nonce, endSec }: { nonce: string; endSec: number },
): Promise<NodeView> {
  const chainId = quantity(await rpc('eth_chainId', []));
  if (`eip155:${chainId}` !== payment.network) throw new Error('a node of another network');
  const named = payment.transaction && (await paidIn(rpc, payment.transaction, payment, nonce));
  if (payment.transaction && named)
    return { kind: 'settled', transaction: payment.transaction, block: named };

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
    const block = await paidIn(rpc, log.transactionHash, payment, nonce);
    if (block !== null) return { kind: 'settled', transaction: log.transactionHash, block };
  }
  return { kind: 'odd' };
}
