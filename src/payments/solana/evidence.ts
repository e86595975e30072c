import type { NetworkConfig } from '#config/config-schema.ts';
import type { ChainEvidence, ChainVerdict } from '../reconcile/evidence.ts';
import { knownMs, knownSec } from '#chain/chain-time.ts';
import { jsonRpc, type RpcFetch } from '#chain/json-rpc.ts';
import { ONE_ALONE, outruns } from '../reconcile/one-node-alone.ts';
import { LONGEST_SIGNED_SECONDS } from '../quote/signed-life.ts';
import { solanaMarks } from './marks.ts';
import { viewOf, type NodeView } from './node-view.ts';
import { BLOCK_MS } from './programs.ts';

/**
 * A transaction lands in a block of at most `lastValidBlockHeight` or never. So many finalized blocks later no node can still be
 * missing that block, and the height we noted while signing cannot have been too low by a node's lag.
 */
export const FINAL_AFTER_BLOCKS = 150;
/** A confirmed block is final some 32 slots later; more than a minute above the newest final one there is none. */
const NOT_FINAL_SLOTS = 150;
/** A node whose newest final block is older than this by our clock lags (finality takes about 13 s), or our clock is wrong. */
const LAGS_AFTER_SEC = 90;
/** How long before its end a payment can have been made: signed with a clock that was far off. */
const LONGEST_SEC = LONGEST_SIGNED_SECONDS + 3_600;

interface SolanaEvidenceInput {
  readonly network: NetworkConfig;
  readonly fetch?: RpcFetch;
  /** This device's time, ms: for saying that a node lags, and when it will be certain. It can delay a verdict and makes none. */
  readonly now?: () => number;
}

/**
 * The witness for Solana: the payment's memo among the transactions of the payer's USDC account, its message hash, and finalized block
 * height against the height until which it could land, by every configured RPC. "Never happened" needs two of them where two are
 * configured, each of which gives its list at the moment of its head, and goes on in it before the payment. No wallet code.
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

type Settled = Extract<NodeView, { kind: 'settled' }>;
type Unused = Extract<NodeView, { kind: 'unused' }>;
interface Question {
  readonly lastValidBlockHeight: number;
  /** How many nodes are configured. */
  readonly nodes: number;
  readonly nowMs: number;
}

/** What the nodes that answered say together. Pure. */
export function verdictOf(views: readonly NodeView[], question: Question): ChainVerdict {
  if (views.length === 0) return unreadable('No Solana node answered.');
  const { lastValidBlockHeight, nodes, nowMs } = question;
  const settled = views.filter((view) => view.kind === 'settled');
  const unused = views.filter((view) => view.kind === 'unused').filter(isOfOneMoment);
  const enough = Math.min(2, nodes);
  const finalHeight = lastValidBlockHeight + FINAL_AFTER_BLOCKS;

  const [paid, ...others] = settled;
  if (paid) return settlement([paid, ...others], unused, { ...question, enough });
  if (unused.filter(({ head }) => head.height >= finalHeight).length >= enough)
    return { kind: 'expired-unused' };
  if (unused.length < enough) {
    if (views.some((view) => view.kind === 'unused' && !isOfOneMoment(view))) return unreadable(UNPINNED);
    if (views.some(({ kind }) => kind === 'forgotten')) return unreadable(FORGOTTEN);
  }
  const times = unused.flatMap(({ head }) => (head.atSec === null ? [] : [head.atSec]));
  const oldSec = nowMs / 1000 - Math.max(...times);
  if (times.length > 0 && oldSec > LAGS_AFTER_SEC)
    return unreadable(
      `The newest block on the chain is ${Math.round(oldSec / 60)} minutes old: the node is behind, or this device’s clock is wrong.`,
    );
  if (unused.length < enough) return unreadable('Only one node answered; two are needed to be sure.');
  const behind = finalHeight - Math.min(...unused.map(({ head }) => head.height));
  return { kind: 'open', certainAtMs: knownMs(nowMs + Math.max(1, behind) * BLOCK_MS) };
}

/** A list that is not proven to be as new as the head, or a height that no chain has beside that slot: parts of different moments. */
const isOfOneMoment = ({ head, listSlot }: Unused): boolean =>
  listSlot !== null && listSlot >= head.slot && head.height <= head.slot;

/** Whether the money moved, where at least one node shows it. One node’s word does not stand against another’s proof. */
function settlement(
  settled: readonly [Settled, ...Settled[]],
  unused: readonly Unused[],
  { lastValidBlockHeight, nowMs, enough }: Question & { enough: number },
): ChainVerdict {
  const [paid] = settled;
  const nowSec = nowMs / 1000;
  const finalHeight = lastValidBlockHeight + FINAL_AFTER_BLOCKS;
  const isFalse = settled.some(
    ({ slot, height, head, transaction, atSec }) =>
      transaction !== paid.transaction ||
      slot !== paid.slot ||
      slot > head.slot + NOT_FINAL_SLOTS ||
      (height !== null && (height >= finalHeight || height > slot)) ||
      (atSec !== null && knownSec(atSec) === null),
  );
  const isContradicted = unused.some(
    ({ head }) =>
      head.slot >= paid.slot || head.height >= finalHeight || outruns(paid.slot, slotAndTime(head), nowSec),
  );
  if (isFalse || isContradicted) return unreadable('The nodes disagree about this payment.');
  const isAwaited =
    settled.length < enough &&
    (unused.some(({ head }) => head.atSec !== null && head.atSec >= nowSec - LAGS_AFTER_SEC) ||
      (paid.atSec ?? 0) > nowSec + LAGS_AFTER_SEC);
  if (isAwaited) return unreadable(ONE_ALONE);
  return { kind: 'settled', transaction: paid.transaction, atSec: paid.atSec ?? Math.floor(nowSec) };
}

const slotAndTime = ({ slot, atSec }: Unused['head']) => ({ number: slot, atSec });

const UNPINNED =
  'A Solana node does not show how new its list of transactions is, so the list cannot show that no money moved. Check again later.';
const FORGOTTEN =
  'The nodes no longer keep blocks as old as this payment, or list nothing of this wallet from before it, so they cannot show whether it was made. Your wallet’s own history can.';

const unreadable = (why: string): ChainVerdict => ({ kind: 'unreadable', why });
