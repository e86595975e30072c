import {
  getCompiledTransactionMessageDecoder,
  getCompiledTransactionMessageEncoder,
  getTransactionDecoder,
  getTransactionEncoder,
} from '@solana/kit';

export interface InstructionView {
  readonly program: string;
  readonly accounts: readonly string[];
  readonly data: Uint8Array;
}

/** A transaction, decoded from what really goes over the wire. */
export interface TransactionView {
  readonly version: 'legacy' | 0;
  /** Everyone who has to sign; the first one pays the network fee. */
  readonly signers: readonly string[];
  /** Addresses of those whose signature is there. */
  readonly signedBy: readonly string[];
  readonly usesAddressTables: boolean;
  readonly blockhash: string;
  readonly instructions: readonly InstructionView[];
  /** The bytes that are signed. */
  readonly message: Uint8Array;
}

/**
 * Decodes a wire transaction. Throws when it is none, when an account in it cannot be seen, or when it is written in another way than the one that
 * a chain keeps: with bytes after its end it could be sent without them, and would then not be found by what we know of it.
 */
export function viewTransaction(wire: Uint8Array): TransactionView {
  const transaction = getTransactionDecoder().decode(wire);
  const { messageBytes, signatures } = transaction;
  const message = getCompiledTransactionMessageDecoder().decode(messageBytes);
  const isCanonical =
    isSame(getTransactionEncoder().encode(transaction), wire) &&
    isSame(getCompiledTransactionMessageEncoder().encode(message), messageBytes);
  if (!isCanonical) throw new Error('not the one way in which this transaction is written');
  const accountAt = (index: number): string => {
    const account = message.staticAccounts[index];
    if (account === undefined) throw new Error('an account of the transaction is not written in it');
    return account;
  };
  return {
    version: message.version,
    signers: message.staticAccounts.slice(0, message.header.numSignerAccounts),
    signedBy: Object.entries(signatures).flatMap(([signer, signature]) =>
      signature?.some((byte) => byte !== 0) ? [signer] : [],
    ),
    usesAddressTables: message.version === 0 && (message.addressTableLookups ?? []).length > 0,
    blockhash: message.lifetimeToken,
    instructions: message.instructions.map(({ programAddressIndex, accountIndices, data }) => ({
      program: accountAt(programAddressIndex),
      accounts: (accountIndices ?? []).map(accountAt),
      data: new Uint8Array(data ?? []),
    })),
    message: new Uint8Array(messageBytes),
  };
}

const isSame = (left: ArrayLike<number>, right: ArrayLike<number>): boolean =>
  left.length === right.length && Array.from(left).every((byte, at) => byte === right[at]);
