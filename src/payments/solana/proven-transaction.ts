import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { knownSec } from '#chain/chain-time.ts';
import { hashOf, type SolanaPaymentMarks } from './marks.ts';
import { bytesOfBase64, messageOfWire } from './wire-message.ts';

const transactionSchema = z.looseObject({
  slot: z.int().check(z.nonnegative()),
  blockTime: z.nullish(z.number()),
  transaction: z.tuple([z.string(), z.literal('base64')]),
  meta: z.nullish(z.looseObject({ err: z.unknown() })),
});

/** The transaction that made the payment. */
export interface Settlement {
  readonly transaction: string;
  readonly slot: number;
  /** Chain time, seconds; null when the node does not tell. */
  readonly atSec: number | null;
}

/**
 * A transaction that a list named. What its machine knows another one behind the same address may not know (yet), so "no such transaction"
 * rejects: it is no word on what the transaction did. Null: it was another payment, or it failed.
 */
export async function listedPayment(rpc: Rpc, signature: string, marks: SolanaPaymentMarks) {
  const answer = await transactionOf(rpc, signature);
  if (answer === null) throw new Error('a listed transaction that cannot be read');
  return settlementIn(answer, signature, marks);
}

/** The transaction that a server named, which need not be a signature at all. Null proves nothing. */
export async function namedPayment(rpc: Rpc, signature: string, marks: SolanaPaymentMarks) {
  const answer = await transactionOf(rpc, signature).catch((error: unknown) => {
    if (SIGNATURE.test(signature)) throw error;
    return null;
  });
  return answer === null ? null : settlementIn(answer, signature, marks);
}

const transactionOf = (rpc: Rpc, signature: string): Promise<unknown> =>
  rpc('getTransaction', [
    signature,
    { encoding: 'base64', commitment: 'confirmed', maxSupportedTransactionVersion: 0 },
  ]);

/** A settlement where it went through and its message is, byte for byte, the one that was signed; else null. */
async function settlementIn(
  answer: unknown,
  signature: string,
  marks: SolanaPaymentMarks,
): Promise<Settlement | null> {
  const { slot, blockTime, transaction, meta } = z.parse(transactionSchema, answer);
  const same = (await hashOf(messageOfWire(bytesOfBase64(transaction[0])))) === marks.messageHash;
  if (!same) return null;
  if (!meta) throw new Error('a node that does not say whether the payment went through');
  return meta.err === null ? { transaction: signature, slot, atSec: knownSec(blockTime) } : null;
}

const SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{64,90}$/;
