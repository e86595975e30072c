import * as z from 'zod/mini';
import { blockAt, type Block } from '#chain/evm-block.ts';
import { logSchema, sameHex as same, topicOf, TRANSFER, type ChainLog } from '#chain/evm-log.ts';
import { hexQuantity, quantity, type Rpc } from '#chain/json-rpc.ts';
import { RpcError } from '#chain/rpc-error.ts';
import type { PaymentToFind } from '../reconcile/evidence.ts';

/** Topics of EIP-3009 (keccak-256 of the event's signature; a test computes them anew). */
export const AUTHORIZATION_USED = '0x98de503528ee59b575ef0c0a2576a82497bfc029a5685b209e9ec333479b10a5';
export const AUTHORIZATION_CANCELED = '0x1cdd46ff242716cdaa72d159d339a485b3438398348d68f09d7c8c0a59353d81';

const receiptSchema = z.looseObject({
  status: z.string(),
  blockNumber: z.string(),
  blockHash: z.optional(z.string()),
  logs: z.array(logSchema),
});

/** Whether this log is the payment's own authorisation, used or cancelled. */
export const isAuthorization = (
  log: ChainLog,
  topic: string,
  payment: PaymentToFind,
  nonce: string,
): boolean =>
  same(log.address, payment.asset) &&
  same(log.topics[0], topic) &&
  same(log.topics[1], topicOf(payment.payer)) &&
  same(log.topics[2], nonce);

const isTransfer = (log: ChainLog, payment: PaymentToFind): boolean =>
  same(log.address, payment.asset) &&
  same(log.topics[0], TRANSFER) &&
  same(log.topics[1], topicOf(payment.payer)) &&
  same(log.topics[2], topicOf(payment.payTo)) &&
  /^0x[0-9a-f]{64}$/i.test(log.data) &&
  BigInt(log.data) === BigInt(payment.amountAtomic);

/**
 * Whether this transaction made the payment: it succeeded, used this very authorisation, and moved exactly the amount from
 * payer to recipient. Its block, or null, which proves nothing: the machine that was asked may not have it. The used authorisation alone proves
 * no amount, the transfer alone no order. Rejects when the block of that number is not the one that the receipt is of.
 */
export async function paidIn(
  rpc: Rpc,
  transaction: string,
  payment: PaymentToFind,
  nonce: string,
): Promise<Block | null> {
  if (!/^0x[0-9a-fA-F]{64}$/.test(transaction)) return null;
  const parsed = z.safeParse(receiptSchema, await rpc('eth_getTransactionReceipt', [transaction]));
  if (!parsed.success || parsed.data.status !== '0x1') return null;
  const { logs, blockNumber, blockHash } = parsed.data;
  const paid =
    logs.some((log) => isAuthorization(log, AUTHORIZATION_USED, payment, nonce)) &&
    logs.some((log) => isTransfer(log, payment));
  if (!paid) return null;
  // Another question, maybe to another machine: of the same block only where their hashes say so.
  const block = await blockAt(rpc, quantity(blockNumber));
  if (blockHash !== undefined && block.hash !== null && !same(blockHash, block.hash))
    throw new Error('a receipt of another block');
  return block;
}

/** Blocks per request: below the usual limits of providers; a provider that refuses is asked for half as many, down to one. */
const CHUNK = 2_000;
/** Enough for the longest search at ten blocks each, the lowest limit known of a provider. */
const MOST_REQUESTS = 400;

/**
 * The log of this authorisation, used or cancelled, in a range of blocks. The newest first: a payment is made minutes before its end; what lies
 * before that is room for clocks that were wrong. Throws what the node refused with, when it is busy or takes not even one block.
 */
export async function authorizationLogs(
  rpc: Rpc,
  payment: PaymentToFind,
  nonce: string,
  [from, to]: readonly [number, number],
): Promise<ChainLog[]> {
  const topics = [[AUTHORIZATION_USED, AUTHORIZATION_CANCELED], topicOf(payment.payer), nonce];
  let size = CHUNK;
  let end = to;
  for (let request = 0; end >= from; request += 1) {
    if (request >= MOST_REQUESTS) throw new Error('too many requests for the logs of one payment');
    const start = Math.max(from, end - size + 1);
    const range = { fromBlock: hexQuantity(start), toBlock: hexQuantity(end) };
    try {
      const answer = await rpc('eth_getLogs', [{ address: payment.asset, topics, ...range }]);
      const logs = z.parse(z.array(logSchema), answer);
      if (logs.length > 0) return logs;
      end = start - 1;
    } catch (error) {
      if (start === end || (error instanceof RpcError && error.kind === 'busy')) throw error;
      size = Math.ceil((end - start + 1) / 2);
    }
  }
  return [];
}
