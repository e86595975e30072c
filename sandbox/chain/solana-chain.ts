import { address, type Address } from '@solana/kit';
import type { Backend } from './balancer.ts';
import { BLOCKHASH_LIVES, createBlockClock, laggingClock } from './solana-rpc/block-clock.ts';
import { fundingOf } from './solana-rpc/funding.ts';
import { Ledger, type Mined } from './solana-rpc/ledger.ts';
import { readMethods } from './solana-rpc/read-methods.ts';
import { heedingMinSlot } from './solana-rpc/min-context-slot.ts';
import { answerCall, serveRpc } from './solana-rpc/rpc-server.ts';
import { startSvm } from './solana-rpc/svm-runtime.ts';
import { transactionMethods } from './solana-rpc/transaction-methods.ts';
import { readTransaction } from './solana-rpc/wire.ts';
import {
  associatedTokenAccount,
  mintData,
  readTokenAccount,
  TOKEN_PROGRAM,
  tokenAccountData,
} from './spl-token.ts';

/** USDC and Laso's recipient on Solana (laso-api.md §3). */
export const SOLANA_USDC = address('EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v');
export const SOLANA_PAY_TO = address('3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX');
const MINT_AUTHORITY = address('BJE5MMbqXjVwjAF7oxwPYXnTXDyspzZyt4vwenNw5ruG');

export interface SolanaChain {
  rpcUrl: string;
  /**
   * The same chain as machines that are behind see it, for a
   * balancer in front of them. Balances are always the newest.
   */
  backend: Backend;
  /** RPC methods called so far, oldest first. */
  asked: readonly string[];
  /** Atomic units in the owner's token account; 0 when there is none. */
  usdcBalanceOf(owner: string): Promise<bigint>;
  usdcAccountOf(owner: string): Promise<Address>;
  /**
   * Sets the USDC balance of an owner, as if the money had
   * come some minutes ago. `delegate` may then move all of it.
   */
  fund(owner: string, atomic: bigint, delegate?: Address): Promise<void>;
  giveLamports(owner: string, amount: bigint): void;
  /** Moves time forward, and the blocks with it. */
  advance(seconds: number): void;
  /** Adds blocks without more time; `BLOCKHASH_LIVES + 1` of them make every signed transaction too old. */
  advanceBlocks(count: number): void;
  /**
   * The node forgets all blocks so far, as validators without long-term storage do after days. Balances stay.
   */
  dropHistory(): void;
  /** After this the chain can never mine the base64 transaction. */
  expire(wire: string): void;
  /**
   * Sends a signed base64 transaction as a facilitator does,
   * without preflight; true when it is on the chain and succeeded.
   */
  send(wire: string): boolean;
  transaction(signature: string): Mined | null;
  /** Goes back to real time. Mined transactions and blocks stay, as on Base. */
  reset(): void;
  stop(): Promise<void>;
}

/**
 * Solana's runtime behind a node's JSON-RPC, with USDC at
 * its real mint. Real time unless `now` says otherwise.
 */
export async function startSolanaChain(
  options: { port?: number | undefined; now?: () => number } = {},
): Promise<SolanaChain> {
  const svm = await startSvm();
  const clock = createBlockClock(options.now ?? Date.now);
  const ledger = new Ledger(svm, clock);
  svm.place(SOLANA_USDC, TOKEN_PROGRAM, mintData(MINT_AUTHORITY, 10n ** 16n));
  const isFresh = ledger.isFresh.bind(ledger);
  const methodsAt = (lagSec: number) => {
    const seen = lagSec === 0 ? clock : laggingClock(clock, lagSec * 1_000);
    const view = lagSec === 0 ? ledger : ledger.seenBy(seen);
    return heedingMinSlot(
      { ...readMethods({ svm, clock: seen, isFresh }), ...transactionMethods(view) },
      seen,
    );
  };
  const machines = new Map<number, ReturnType<typeof methodsAt>>();
  const server = await serveRpc(methodsAt(0), options.port ?? 0);
  const usdcAccountOf = (owner: string): Promise<Address> =>
    associatedTokenAccount(address(owner), SOLANA_USDC);

  return {
    rpcUrl: server.url,
    asked: server.asked,
    backend: async (body, lagSec) => {
      const methods = machines.get(lagSec) ?? methodsAt(lagSec);
      machines.set(lagSec, methods);
      return Array.isArray(body) ? body.map((each) => answerCall(methods, each)) : answerCall(methods, body);
    },
    usdcAccountOf,
    usdcBalanceOf: async (owner) => {
      const account = svm.account(await usdcAccountOf(owner));
      return (account && readTokenAccount(account.data)?.amount) ?? 0n;
    },
    fund: async (owner, amount, delegate) => {
      const account = { mint: SOLANA_USDC, owner: address(owner), amount, ...(delegate && { delegate }) };
      const at = await usdcAccountOf(owner);
      svm.place(at, TOKEN_PROGRAM, tokenAccountData(account));
      const funding = { mint: SOLANA_USDC, authority: MINT_AUTHORITY, account: at, amount };
      ledger.remember(fundingOf(clock, funding));
    },
    giveLamports: (owner, amount) => svm.giveLamports(address(owner), amount),
    advance: (seconds) => clock.advanceTime(seconds * 1_000),
    advanceBlocks: (count) => clock.advanceBlocks(BigInt(count)),
    dropHistory: () => ledger.dropHistory(),
    expire: (wire) => {
      const last = clock.lastValidHeight(readTransaction(wire, 'base64').blockhash);
      const missing = last === null ? BLOCKHASH_LIVES : last - clock.height('processed');
      if (missing >= 0n) clock.advanceBlocks(missing + 1n);
    },
    send: (wire) => {
      const signature = ledger.submit(readTransaction(wire, 'base64'), { preflight: false });
      return ledger.find(signature, 'processed')?.outcome.err === null;
    },
    transaction: (signature) => ledger.find(signature, 'processed'),
    reset: () => {
      ledger.keptFrom = 0n;
      clock.resetTime();
    },
    stop: () => server.close(),
  };
}
