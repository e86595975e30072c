import type { Address } from '@solana/kit';
import { readTokenAccount, TOKEN_PROGRAM, type TokenAccount } from '../spl-token.ts';
import { BLOCKHASH_LIVES, type BlockClock, type Commitment } from './block-clock.ts';
import { PREFLIGHT_FAILURE, RpcError, SIGNATURE_FAILURE } from './rpc-error.ts';
import type { TransactionError } from './svm-errors.ts';
import type { SvmOutcome, SvmRuntime } from './svm-runtime.ts';
import type { WireTransaction } from './wire.ts';

export interface AccountBalance {
  lamports: bigint;
  token: TokenAccount | null;
}

/** A transaction that was mined, successful or not. */
export interface Mined {
  signature: string;
  height: bigint;
  /** Seconds. */
  blockTime: number;
  outcome: SvmOutcome;
  wire: WireTransaction;
  before: AccountBalance[];
  after: AccountBalance[];
}

/** The chain as one machine sees it. */
export type LedgerView = Pick<Ledger, 'clock' | 'mined' | 'keptFrom' | 'find' | 'simulate' | 'submit'>;

/** The transactions of the chain. Each message runs at most once, while its blockhash is good. */
export class Ledger {
  readonly svm: SvmRuntime;
  readonly clock: BlockClock;
  /** Newest first. */
  readonly mined: Mined[] = [];
  /** The lowest block that the node still has; 0 as in an archive. */
  keptFrom = 0n;
  #ran = new Set<string>();

  constructor(svm: SvmRuntime, clock: BlockClock) {
    this.svm = svm;
    this.clock = clock;
  }

  /** Why the transaction would not run now, or how it would. */
  simulate(wire: WireTransaction, options: { checkSignatures: boolean; anyBlockhash: boolean }): SvmOutcome {
    const refused = this.#ran.has(wire.messageKey)
      ? 'AlreadyProcessed'
      : options.anyBlockhash || this.isFresh(wire.blockhash, this.clock.height('processed'))
        ? null
        : 'BlockhashNotFound';
    if (refused) return { err: refused, logs: [], unitsConsumed: 0 };
    return this.svm.simulate(wire.transaction, options);
  }

  /**
   * `sendTransaction`: the transaction's id. Without preflight a node promises nothing: it silently drops
   * what is stale, unsigned or known. Throws RpcError with preflight.
   */
  submit(wire: WireTransaction, { preflight }: { preflight: boolean }): string {
    if (wire.signature === null) throw signatureFailure();
    if (preflight) {
      const tried = this.simulate(wire, { checkSignatures: true, anyBlockhash: false });
      if (tried.err === 'SignatureFailure') throw signatureFailure();
      if (tried.err) throw preflightFailure(tried);
    }
    this.#mine(wire, this.clock.height('processed'));
    return wire.signature;
  }

  isFresh(blockhash: string, height: bigint): boolean {
    const last = this.clock.lastValidHeight(blockhash);
    // A machine that is behind does not know it yet.
    return last !== null && last >= height && last - BLOCKHASH_LIVES <= height;
  }

  /** Asked of the machine with this clock: it does not know what came later. */
  seenBy(clock: BlockClock): LedgerView {
    return {
      clock,
      mined: this.mined,
      keptFrom: this.keptFrom,
      find: (signature, commitment) => {
        const found = this.find(signature, 'processed');
        return found && found.height <= clock.height(commitment) ? found : null;
      },
      simulate: (wire, options) => this.simulate(wire, options),
      submit: (wire, options) => this.submit(wire, options),
    };
  }

  /** Null for what is not known at that commitment yet. */
  find(signature: string, commitment: Commitment): Mined | null {
    const found = this.mined.find((one) => one.signature === signature);
    return found && found.height <= this.clock.height(commitment) ? found : null;
  }

  /** Adds something that happened earlier, if the node still has the blocks of that time. */
  remember(past: Mined): void {
    if (past.height < this.keptFrom) return;
    const older = this.mined.findIndex(({ height }) => height <= past.height);
    this.mined.splice(older < 0 ? this.mined.length : older, 0, past);
  }

  /**
   * Drops all blocks so far with their transactions, as a
   * validator without long-term storage does after days.
   */
  dropHistory(): void {
    this.keptFrom = this.clock.height('processed') + 1n;
    this.mined.splice(0);
  }

  #mine(wire: WireTransaction, height: bigint): void {
    if (this.#ran.has(wire.messageKey) || !this.isFresh(wire.blockhash, height)) return;
    const before = wire.accounts.map((at) => this.#balanceOf(at));
    const outcome = this.svm.execute(wire.transaction);
    if (!reachesTheChain(outcome.err) || wire.signature === null) return;
    this.#ran.add(wire.messageKey);
    this.mined.unshift({
      signature: wire.signature,
      height,
      blockTime: Math.floor(this.clock.now() / 1_000),
      outcome,
      wire,
      before,
      after: wire.accounts.map((at) => this.#balanceOf(at)),
    });
  }

  #balanceOf(at: Address): AccountBalance {
    const account = this.svm.account(at);
    const token = account?.owner === TOKEN_PROGRAM ? readTokenAccount(account.data) : null;
    return { lamports: account?.lamports ?? 0n, token };
  }
}

/** A transaction with a program's error is mined and costs the fee; other errors never get into a block. */
const reachesTheChain = (err: TransactionError | null): boolean => err === null || typeof err === 'object';

const signatureFailure = (): RpcError =>
  new RpcError(SIGNATURE_FAILURE, 'Transaction signature verification failure');

const preflightFailure = ({ err, logs, unitsConsumed }: SvmOutcome): RpcError =>
  new RpcError(PREFLIGHT_FAILURE, `Transaction simulation failed: ${wordsOf(err)}`, {
    err,
    logs,
    accounts: null,
    unitsConsumed,
    returnData: null,
  });

function wordsOf(err: TransactionError | null): string {
  if (err === 'BlockhashNotFound') return 'Blockhash not found';
  if (err === 'AlreadyProcessed') return 'This transaction has already been processed';
  return typeof err === 'string' ? err : 'Error processing Instruction';
}
