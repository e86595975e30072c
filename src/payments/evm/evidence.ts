import { knownMs, knownSec } from '#chain/chain-time.ts';
import type { Block } from '#chain/evm-block.ts';
import { jsonRpc, type RpcFetch } from '#chain/json-rpc.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import {
  FINAL_AFTER_SEC,
  type ChainEvidence,
  type ChainVerdict,
  type PaymentToFind,
} from '../reconcile/evidence.ts';
import { ONE_ALONE, outruns } from '../reconcile/one-node-alone.ts';
import { viewOf, type NodeView } from './node-view.ts';

/** A node whose newest block is older than this by our clock lags, or our clock is wrong: it is said, and nothing is concluded. */
const LAGS_AFTER_SEC = 60;

interface EvmEvidenceInput {
  readonly network: NetworkConfig;
  readonly fetch?: RpcFetch;
  /** This device's time, ms: for saying that a node lags. It can delay a verdict and makes none. */
  readonly now?: () => number;
}

/**
 * The witness for an EIP-155 network: `AuthorizationUsed` and `Transfer` logs, and chain time against `validBefore`, by every configured
 * RPC. "Never happened" needs two of them where two are configured. No wallet code.
 */
export function createEvmEvidence({ network, fetch, now = Date.now }: EvmEvidenceInput): ChainEvidence {
  const urls = [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].filter((url) => url !== '');
  return {
    network: network.id,
    async findSettlement(payment) {
      if (urls.length === 0)
        return unreadable(
          `The chain cannot be read: the operator has to set networks[${network.id}].rpcUrl in the configuration.`,
        );
      const { marks, validBeforeSec: endSec } = payment;
      if (marks === null || endSec === null || payment.network !== network.id)
        return unreadable('This record does not say what to look for on the chain.');
      const views = await Promise.all(
        urls.map((url) => seenBy(url, payment, { nonce: marks.nonce, endSec }, fetch)),
      );
      return verdictOf(
        views.filter((view) => view !== null),
        { endSec, nodes: urls.length, nowSec: now() / 1000 },
      );
    },
  };
}

const seenBy = (
  url: string,
  payment: PaymentToFind,
  what: { nonce: string; endSec: number },
  fetch: RpcFetch | undefined,
): Promise<NodeView | null> => viewOf(jsonRpc(url, fetch), payment, what).catch(() => null);

type Settled = Extract<NodeView, { kind: 'settled' }>;
interface Question {
  readonly endSec: number;
  /** How many nodes are configured. */
  readonly nodes: number;
  readonly nowSec: number;
}

/** What the nodes that answered say together. Pure. */
export function verdictOf(views: readonly NodeView[], question: Question): ChainVerdict {
  if (views.length === 0) return unreadable('No Base node answered.');
  const { endSec, nodes, nowSec } = question;
  const settled = views.filter((view) => view.kind === 'settled');
  const cancelled = views.filter((view) => view.kind === 'cancelled');
  const unused = views.filter((view) => view.kind === 'unused');
  const enough = Math.min(2, nodes);
  const finalSec = endSec + FINAL_AFTER_SEC;
  const certainAtMs = knownMs(finalSec * 1000);

  const [paid, ...others] = settled;
  if (paid)
    return cancelled.length > 0
      ? DISAGREE
      : settlement(
          [paid, ...others],
          unused.map(({ head }) => head),
          { ...question, enough },
        );
  const isFinal = ({ head }: { head: { atSec: number } }): boolean => head.atSec >= finalSec;
  if (cancelled.length > 0) {
    if (unused.some(isFinal)) return DISAGREE;
    // Until then the cancellation itself could still be undone, and the payment made instead.
    return cancelled.filter(isFinal).length >= enough ? { kind: 'cancelled' } : { kind: 'open', certainAtMs };
  }
  if (views.some((view) => view.kind === 'odd'))
    return unreadable('The payment’s number was used on the chain, but the transfer could not be found.');
  if (unused.filter(isFinal).length >= enough) return { kind: 'expired-unused' };
  const newestSec = Math.max(...unused.map(({ head }) => head.atSec));
  if (newestSec < nowSec - LAGS_AFTER_SEC)
    return unreadable(
      `The newest block on the chain is ${Math.round((nowSec - newestSec) / 60)} minutes old: the node is behind, or this device’s clock is wrong.`,
    );
  if (unused.length < enough) return unreadable('Only one node answered; two are needed to be sure.');
  return { kind: 'open', certainAtMs };
}

/** Whether the money moved, where at least one node shows it. One node’s word does not stand against another’s proof. */
function settlement(
  settled: readonly [Settled, ...Settled[]],
  unusedAt: readonly Block[],
  { endSec, nowSec, enough }: Question & { enough: number },
): ChainVerdict {
  const [paid] = settled;
  const isFalse = settled.some(
    ({ transaction, block }) =>
      transaction.toLowerCase() !== paid.transaction.toLowerCase() ||
      block.number !== paid.block.number ||
      // USDC takes an authorisation only in blocks before its end.
      block.atSec >= endSec ||
      knownSec(block.atSec) === null,
  );
  const isContradicted = unusedAt.some(
    (head) =>
      head.number >= paid.block.number ||
      // A lower block is no later one; so a final one, past the end, has it below.
      head.atSec > paid.block.atSec ||
      outruns(paid.block.number, head, nowSec),
  );
  if (isFalse || isContradicted) return DISAGREE;
  const isAwaited =
    settled.length < enough &&
    (unusedAt.some((head) => head.atSec >= nowSec - LAGS_AFTER_SEC) ||
      paid.block.atSec > nowSec + LAGS_AFTER_SEC);
  return isAwaited
    ? unreadable(ONE_ALONE)
    : { kind: 'settled', transaction: paid.transaction, atSec: paid.block.atSec };
}

const unreadable = (why: string): ChainVerdict => ({ kind: 'unreadable', why });
const DISAGREE = unreadable('The nodes disagree about this payment.');
