import type { ChainNodes } from '#chain/chain-nodes.ts';
import { blockAt, firstBlockSince, type Block } from '#chain/evm-block.ts';
import { patiently, type Wait } from '#chain/patience.ts';
import { RpcError } from '#chain/rpc-error.ts';
import { scanTransfers } from '#chain/scan-transfers.ts';
import { usdcBalanceOf } from '#chain/usdc-transfers.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import { joined, missing } from '#domain/block-ranges.ts';
import type { KeptCheck } from './kept-check.ts';

/** So many blocks below the newest one nothing changes any more (two minutes on Base); what is above is read again next time. */
const SETTLED_BLOCKS = 64;

interface ChainCheckRun {
  readonly account: AccountId;
  readonly network: NetworkConfig;
  readonly nodes: ChainNodes;
  /** Payments since then, ms. */
  readonly sinceMs: number;
  /** What an earlier run left. */
  readonly before: KeptCheck | null;
  readonly signal: AbortSignal;
  readonly wait: Wait;
  readonly now: () => number;
  /** After each chunk: keep it and show it. */
  readonly onRead: (check: KeptCheck) => Promise<void>;
  /**
   * Asks Laso for the account's cards anew, never taking an answer that is on its way already. False where a list could not be read again: what is
   * known of it is older than the blocks.
   */
  readonly readCards: () => Promise<boolean>;
}

/**
 * Reads the chain, and then the cards: a payment and its card that came while the blocks were read are both known when they are compared. Also after
 * a stop, with what was read until then. Throws what stopped it.
 */
export async function runChainCheck(run: ChainCheckRun): Promise<void> {
  const last: { check: KeptCheck | null } = { check: null };
  const onRead = async (check: KeptCheck) => {
    last.check = check;
    await run.onRead(check);
  };
  try {
    await readChain({ ...run, onRead });
  } finally {
    // Cards that cannot be read leave it uncompared; why it stopped is what matters.
    if (last.check) await compareWithCards(run, last.check).catch(() => undefined);
  }
}

async function compareWithCards(run: ChainCheckRun, check: KeptCheck): Promise<void> {
  const comparedFromMs = run.now();
  if (await run.readCards()) await run.onRead({ ...check, comparedFromMs });
}

/**
 * Reads the USDC transfers from the account's address to Laso's recipients, from where an earlier run stopped, and what the address itself holds. Reads only.
 * Throws RpcError when no node answers any more, or the reason of the abort; what `onRead` was given stands.
 */
async function readChain(run: ChainCheckRun): Promise<void> {
  const { account, network, nodes, signal, wait } = run;
  const patience = { signal, wait };
  const startedAtMs = run.now();
  const head = await patiently(() => nodes.newestBlock(), patience);
  const filter = { usdc: network.usdc, from: account, payTo: network.payTo };
  const earlier = await patiently(() => continued(run, head), patience);
  let check: KeptCheck = {
    version: 1,
    usdc: network.usdc,
    payTo: network.payTo,
    sinceMs: run.sinceMs,
    fromBlock: await patiently(() => firstBlock(run, earlier, head), patience),
    head: { number: head.number, atMs: head.atSec * 1_000 },
    startedAtMs,
    anchor: await patiently(() => anchorBelow(nodes, head), patience),
    read: joined(earlier?.read ?? []),
    transfers: earlier?.transfers ?? [],
    // The rest is worth having without it.
    walletAtomic: await walletAt(run, head.number).catch((error: unknown) => ifRpcError(error, null)),
    readAtMs: run.now(),
    comparedFromMs: null,
  };
  await run.onRead(check);
  const ranges = missing({ from: check.fromBlock, to: head.number }, check.read);
  for await (const { range, transfers } of scanTransfers({ nodes, filter, ranges, signal, wait })) {
    check = {
      ...check,
      read: joined([...check.read, range]),
      transfers: [...check.transfers, ...transfers],
      readAtMs: run.now(),
    };
    await run.onRead(check);
  }
}

/** Machines behind one address are a block or two apart: one that does not have the newest block yet has it a moment later. */
const BALANCE_TRIES = 3;

/** What the address itself holds, at the newest block. */
async function walletAt(run: ChainCheckRun, atBlock: number): Promise<bigint> {
  const { account, network, nodes, signal, wait } = run;
  const read = () => nodes.ask((node) => usdcBalanceOf(node, network.usdc, { address: account, atBlock }));
  for (let left = BALANCE_TRIES - 1; ; left -= 1) {
    try {
      return await patiently(read, { signal, wait });
    } catch (error) {
      if (left === 0 || !(error instanceof RpcError) || error.kind !== 'refused') throw error;
      await wait(1_000, signal);
    }
  }
}

/** What of the earlier run still holds: nothing when the question is another one, or the chain; not its newest blocks. */
async function continued(
  { before, network, nodes }: ChainCheckRun,
  head: Block,
): Promise<Pick<KeptCheck, 'read' | 'transfers'> | null> {
  if (!before || before.usdc !== network.usdc || before.payTo.join() !== network.payTo.join()) return null;
  if (head.atSec * 1_000 < before.head.atMs)
    throw new RpcError('unreachable', 'every node is further back than what was read before');
  const { anchor } = before;
  if (!anchor || anchor.number > head.number) return null;
  const same = await nodes.ask(async (node) => (await blockAt(node.rpc, anchor.number)).hash === anchor.hash);
  if (!same) return null;
  return {
    read: before.read.map(({ from, to }) => ({ from, to: Math.min(to, anchor.number) })),
    transfers: before.transfers.filter((transfer) => transfer.blockNumber <= anchor.number),
  };
}

function firstBlock(run: ChainCheckRun, earlier: object | null, head: Block): Promise<number> {
  if (earlier && run.before?.sinceMs === run.sinceMs) return Promise.resolve(run.before.fromBlock);
  const sinceSec = Math.floor(run.sinceMs / 1_000);
  return run.nodes.ask((node) => firstBlockSince(node.rpc, sinceSec, head));
}

async function anchorBelow(nodes: ChainNodes, head: Block): Promise<KeptCheck['anchor']> {
  const number = head.number - SETTLED_BLOCKS;
  if (number < 0) return null;
  const { hash } = await nodes.ask((node) => blockAt(node.rpc, number));
  return hash === null ? null : { number, hash };
}

function ifRpcError<T>(error: unknown, value: T): T {
  if (error instanceof RpcError) return value;
  throw error;
}
