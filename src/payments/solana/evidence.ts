import type { NetworkConfig } from '#config/config-schema.ts';
import type { ChainEvidence, ChainVerdict } from '../evidence.ts';
import { jsonRpc, type RpcFetch } from '#chain/json-rpc.ts';
import { solanaMarks } from './marks.ts';
import { viewOf, type NodeView } from './node-view.ts';
import { BLOCK_MS } from './programs.ts';

/**
 * A transaction lands in a block of at most `lastValidBlockHeight` or never. So many finalized blocks later no node can still be
 * missing that block, and the height we noted while signing cannot have been too low by a node's lag.
 */
export const FINAL_AFTER_BLOCKS = 150;
/** A node whose newest final block is older than this by our clock lags (finality takes about 13 s), or our clock is wrong. */
const LAGS_AFTER_SEC = 90;
/** How long before its end a payment can have been made: signed with a clock that was far off. */
const LONGEST_SEC = 600 + 3_600;

interface SolanaEvidenceInput {
  readonly network: NetworkConfig;
  readonly fetch?: RpcFetch;
  /** This device's time, ms: only for saying that a node lags and when it will be certain. No verdict rests on it. */
  readonly now?: () => number;
}

/**
 * The witness for Solana: the payment's memo among the transactions of the payer's USDC account, its message hash, and finalized block
 * height against the height until which it could land, by every configured RPC. "Never happened" needs two of them where two are
 * configured, each of which still holds the blocks of that time. No wallet code.
 */
export function createSolanaEvidence({ network, fetch, now = Date.now }: SolanaEvidenceInput): ChainEvidence {
  const urls = [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].filter((url) => url !== '');
  return {
    network: network.id,
    async findSettlement(payment) {
      if (urls.length === 0)
        return unreadable(
          `The chain cannot be read: the operator has to set networks[${network.id}].rpcUrl in the configuration.`,
        );
      const marks = solanaMarks(payment.marks?.solana);
      if (!marks || payment.network !== network.id)
        return unreadable('This record does not say what to look for on the chain.');
      const what = {
        network: network.id,
        marks,
        named: payment.transaction,
        notBeforeSec: (payment.validBeforeSec ?? 0) - LONGEST_SEC,
        endSec: payment.validBeforeSec ?? 0,
      };
      const views = await Promise.all(urls.map((url) => viewOf(jsonRpc(url, fetch), what).catch(() => null)));
      return verdictOf(
        views.filter((view) => view !== null),
        { lastValidBlockHeight: marks.lastValidBlockHeight, nodes: urls.length, nowMs: now() },
      );
    },
  };
}

/** What the nodes that answered say together. Pure. */
export function verdictOf(
  views: readonly NodeView[],
  { lastValidBlockHeight, nodes, nowMs }: { lastValidBlockHeight: number; nodes: number; nowMs: number },
): ChainVerdict {
  if (views.length === 0) return unreadable('No Solana node answered.');
  const settled = views.filter((view) => view.kind === 'settled');
  const unused = views.filter((view) => view.kind === 'unused');
  const enough = Math.min(2, nodes);
  const finalHeight = lastValidBlockHeight + FINAL_AFTER_BLOCKS;

  const [paid] = settled;
  if (paid) {
    const contradicted =
      settled.some(({ transaction }) => transaction !== paid.transaction) ||
      unused.some(({ head }) => head.slot >= paid.slot);
    return contradicted
      ? unreadable('The nodes disagree about this payment.')
      : { kind: 'settled', transaction: paid.transaction, atSec: paid.atSec ?? Math.floor(nowMs / 1000) };
  }
  if (unused.filter(({ head }) => head.height >= finalHeight).length >= enough)
    return { kind: 'expired-unused' };
  if (unused.length < enough && views.some(({ kind }) => kind === 'forgotten'))
    return unreadable(
      'The nodes no longer keep blocks as old as this payment, so they cannot show whether it was made. Your wallet’s own history can.',
    );
  const times = unused.flatMap(({ head }) => (head.atSec === null ? [] : [head.atSec]));
  const oldSec = nowMs / 1000 - Math.max(...times);
  if (times.length > 0 && oldSec > LAGS_AFTER_SEC)
    return unreadable(
      `The newest block on the chain is ${Math.round(oldSec / 60)} minutes old: the node is behind, or this device’s clock is wrong.`,
    );
  if (unused.length < enough) return unreadable('Only one node answered; two are needed to be sure.');
  const behind = finalHeight - Math.min(...unused.map(({ head }) => head.height));
  return { kind: 'open', certainAtMs: nowMs + Math.max(1, behind) * BLOCK_MS };
}

const unreadable = (why: string): ChainVerdict => ({ kind: 'unreadable', why });
