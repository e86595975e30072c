import {
  address,
  getCompiledTransactionMessageDecoder,
  getCompiledTransactionMessageEncoder,
  type Transaction,
} from '@solana/kit';

const LIGHTHOUSE = address('L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95');
/** The first byte of an instruction says which one of the program's it is. */
const ASSERT_TOKEN_ACCOUNT = 9;

/**
 * The assertions that a wallet adds to a transaction before it signs: "after" the last instruction, as
 * Solflare does; "before" the transfer, behind the two compute budget instructions; "phantom", Phantom's
 * layout on mainnet: three before and one after.
 */
export type Lighthouse = 'none' | 'before' | 'after' | 'phantom';

const COUNTS: Record<Lighthouse, (count: number) => { before: number; after: number }> = {
  none: () => ({ before: 0, after: 0 }),
  before: (count) => ({ before: count, after: 0 }),
  after: (count) => ({ before: 0, after: count }),
  phantom: () => ({ before: 3, after: 1 }),
};
const COMPUTE_BUDGET_INSTRUCTIONS = 2;

/** The transaction's bytes with Lighthouse instructions in it. Signatures made before are no longer valid. */
export function withLighthouse(transaction: Transaction, where: Lighthouse, count: number): Uint8Array {
  const { before, after } = COUNTS[where](count);
  const message = getCompiledTransactionMessageDecoder().decode(transaction.messageBytes);
  const { header, staticAccounts, instructions } = message;
  const assertions = (many: number, from: number) =>
    Array.from({ length: many }, (_one, index) => ({
      programAddressIndex: staticAccounts.length,
      accountIndices: [],
      data: Uint8Array.of(ASSERT_TOKEN_ACCOUNT, from + index),
    }));
  const messageBytes = getCompiledTransactionMessageEncoder().encode({
    ...message,
    // The program comes last, as one more account that is
    // neither written nor a signer, so the other indices stay.
    header: { ...header, numReadonlyNonSignerAccounts: header.numReadonlyNonSignerAccounts + 1 },
    staticAccounts: [...staticAccounts, LIGHTHOUSE],
    instructions: [
      ...instructions.slice(0, COMPUTE_BUDGET_INSTRUCTIONS),
      ...assertions(before, 0),
      ...instructions.slice(COMPUTE_BUDGET_INSTRUCTIONS),
      ...assertions(after, before),
    ],
  });
  const { numSignerAccounts } = header;
  return Uint8Array.of(numSignerAccounts, ...new Uint8Array(64 * numSignerAccounts), ...messageBytes);
}
