import { address, lamports, type Address, type Transaction } from '@solana/kit';
import { transactionError, type TransactionError } from './svm-errors.ts';

export interface SvmAccount {
  owner: string;
  lamports: bigint;
  executable: boolean;
  data: Uint8Array;
}

export interface SvmOutcome {
  err: TransactionError | null;
  logs: string[];
  unitsConsumed: number;
}

/** Solana's own runtime in this process: programs really run and signatures are really checked. */
export interface SvmRuntime {
  account(at: Address): SvmAccount | null;
  accountsOf(program: Address): { at: Address; account: SvmAccount }[];
  /** Enough to be rent-exempt in any case. */
  place(at: Address, owner: Address, data: Uint8Array): void;
  giveLamports(to: Address, amount: bigint): void;
  rentExemption(bytes: number): bigint;
  simulate(transaction: Transaction, options: { checkSignatures: boolean }): SvmOutcome;
  execute(transaction: Transaction): SvmOutcome;
}

const MEMO_PROGRAM = address('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');
const LIGHTHOUSE_PROGRAM = address('L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95');

/** litesvm is a native addon of 12 MB: it is loaded only when a Solana chain starts. */
export async function startSvm(): Promise<SvmRuntime> {
  const { LiteSVM } = await import('litesvm');
  // The block clock keeps the window of 150 blocks itself: litesvm knows one blockhash only.
  const svm = new LiteSVM().withBlockhashCheck(false);
  // We may not ship Lighthouse's own code. Memo's code at Lighthouse's address accepts what our wallet
  // injects and changes nothing.
  const memo = svm.getAccount(MEMO_PROGRAM);
  if (memo.exists)
    svm.addProgramWithLoader(LIGHTHOUSE_PROGRAM, new Uint8Array(memo.data), memo.programAddress);

  return {
    account: (at) => {
      const found = svm.getAccount(at);
      return found.exists ? fromEncoded(found) : null;
    },
    accountsOf: (program) =>
      svm.getProgramAccounts(program).map((found) => ({ at: found.address, account: fromEncoded(found) })),
    place: (at, owner, data) =>
      svm.setAccount({
        address: at,
        programAddress: owner,
        data,
        executable: false,
        lamports: lamports(svm.minimumBalanceForRentExemption(BigInt(data.length))),
        space: BigInt(data.length),
      }),
    giveLamports: (to, amount) => void svm.airdrop(to, lamports(amount)),
    rentExemption: (bytes) => svm.minimumBalanceForRentExemption(BigInt(bytes)),
    simulate: (transaction, { checkSignatures }) => {
      svm.withSigverify(checkSignatures);
      try {
        return outcomeOf(() => svm.simulateTransaction(transaction));
      } finally {
        svm.withSigverify(true);
      }
    },
    execute: (transaction) => outcomeOf(() => svm.sendTransaction(transaction)),
  };
}

interface Metadata {
  logs(): string[];
  computeUnitsConsumed(): bigint;
}
type Ran = Metadata | { meta(): Metadata } | { err(): unknown; meta(): Metadata };

function outcomeOf(run: () => Ran): SvmOutcome {
  try {
    const ran = run();
    const meta = 'meta' in ran ? ran.meta() : ran;
    const err = 'err' in ran ? transactionError(ran.err()) : null;
    return { err, logs: meta.logs(), unitsConsumed: Number(meta.computeUnitsConsumed()) };
  } catch {
    // litesvm throws instead of answering when a signature is missing.
    return { err: 'SignatureFailure', logs: [], unitsConsumed: 0 };
  }
}

interface Encoded {
  programAddress: Address;
  lamports: bigint;
  executable: boolean;
  data: ArrayLike<number>;
}
const fromEncoded = (found: Encoded): SvmAccount => ({
  owner: found.programAddress,
  lamports: found.lamports,
  executable: found.executable,
  data: Uint8Array.from(found.data),
});
