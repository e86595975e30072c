import {
  getBase58Decoder,
  getBase58Encoder,
  getBase64Decoder,
  getBase64Encoder,
  getCompiledTransactionMessageDecoder,
  getTransactionDecoder,
  type Address,
  type CompiledTransactionMessage,
  type CompiledTransactionMessageWithLifetime,
  type Transaction,
} from '@solana/kit';
import { TOKEN_PROGRAM } from '../spl-token.ts';
import { invalidParams } from './rpc-error.ts';

const MEMO_PROGRAM = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr';

export interface WireTransaction {
  bytes: Uint8Array;
  transaction: Transaction;
  message: CompiledTransactionMessage & CompiledTransactionMessageWithLifetime;
  /** The same for any signatures: validators identify a transaction by it, so that it runs once. */
  messageKey: string;
  /** The fee payer's signature, which is the transaction's id; null while it is not signed. */
  signature: string | null;
  blockhash: string;
  accounts: readonly Address[];
  /** As `getSignaturesForAddress` gives it: "[length] text; …". */
  memo: string | null;
}

export const toBase64 = (bytes: Uint8Array): string => getBase64Decoder().decode(bytes);
export const toBase58 = (bytes: Uint8Array): string => getBase58Decoder().decode(bytes);

/** Throws RpcError -32602 when the bytes are not a transaction. */
export function readTransaction(wire: unknown, encoding: unknown): WireTransaction {
  if (typeof wire !== 'string') throw invalidParams('Invalid params: expected a transaction');
  try {
    const encoder = encoding === 'base64' ? getBase64Encoder() : getBase58Encoder();
    const bytes = new Uint8Array(encoder.encode(wire));
    const transaction = getTransactionDecoder().decode(bytes);
    const message = getCompiledTransactionMessageDecoder().decode(transaction.messageBytes);
    const [first] = Object.values(transaction.signatures);
    return {
      bytes,
      transaction,
      message,
      messageKey: toBase64(new Uint8Array(transaction.messageBytes)),
      signature: first ? toBase58(new Uint8Array(first)) : null,
      blockhash: message.lifetimeToken,
      accounts: message.staticAccounts,
      memo: memoOf(message),
    };
  } catch {
    throw invalidParams('failed to deserialize solana_transaction::versioned::VersionedTransaction');
  }
}

function memoOf(message: CompiledTransactionMessage): string | null {
  const memos = message.instructions
    .filter((instruction) => message.staticAccounts[instruction.programAddressIndex] === MEMO_PROGRAM)
    .map(({ data }) => `[${data?.length ?? 0}] ${new TextDecoder().decode(data ?? new Uint8Array())}`);
  return memos.length > 0 ? memos.join('; ') : null;
}

/**
 * A signed payment's id and payer: the authority, fourth account
 * of its token transfer. Throws RpcError when there is none.
 */
export function transferIn(base64: string): { signature: string; payer: string } {
  const { message, accounts, signature } = readTransaction(base64, 'base64');
  const transfer = message.instructions.find((one) => accounts[one.programAddressIndex] === TOKEN_PROGRAM);
  const payer = accounts[transfer?.accountIndices?.[3] ?? -1];
  if (!payer || !signature) throw invalidParams('That is no signed token transfer');
  return { signature, payer };
}
