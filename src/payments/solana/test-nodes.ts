/** For tests of the evidence: Solana as a model, two nodes at different heights, and what they hold. */
import { SOLANA } from '#domain/chain.ts';
import type { PaymentToFind } from '../evidence.ts';
import { createSolanaEvidence } from './evidence.ts';
import { hashOf } from './marks.ts';
import { LASO, networkAt, USDC } from './test-order.ts';

export const A = 'http://127.0.0.1:1/a';
export const B = 'http://127.0.0.1:1/b';
export const MEMO = 'ab'.repeat(16);
const PAYER = 'CKf31tw1TTfFXWZ9mVV3mMJBPiSCyVmMsfdzbWhXGxb9';
const ACCOUNT = 'Hq2J8h6oRDPYKH1Vd9D5oQ6zmyAXC5oNTVcLmhTjcgWp';
const MESSAGE = Uint8Array.of(128, 2, 1, 4, 7, 7, 7);
export const LAST = 1_000;
/** Slots run ahead of heights: mixing them up must not get away with it here. */
const SKIPPED = 50_000;

interface Mined {
  signature: string;
  height: number;
  memo: string;
  message: Uint8Array;
  err?: unknown;
}

const HASH = await hashOf(MESSAGE);

export function scene({ two = true } = {}) {
  let nowMs = 1_700_000_000_000;
  const mined: Mined[] = [];
  const nodes = new Map([A, B].map((url) => [url, { height: 900, down: false, genesis: SOLANA.slice(7) }]));
  const at = (url: string) => nodes.get(url) ?? { height: 0, down: true, genesis: '' };
  const answer = (url: string, method: string, [first, second]: unknown[]): unknown => {
    const { height, genesis } = at(url);
    const seen = mined.filter((each) => each.height <= height).toReversed();
    if (method === 'getGenesisHash') return `${genesis}KuWyXyz`;
    if (method === 'getBlockHeight') return height;
    if (method === 'getSlot') return height + SKIPPED;
    if (method === 'getBlockTime') return Math.floor(nowMs / 1000) - 13;
    if (method === 'getSignaturesForAddress') {
      const { limit, before, minContextSlot } = Object(second);
      if (minContextSlot > height + SKIPPED) throw new Error('Minimum context slot has not been reached');
      const from = before === undefined ? 0 : seen.findIndex(({ signature }) => signature === before) + 1;
      return (first === ACCOUNT ? seen : [])
        .slice(from, from + limit)
        .map(({ signature, err = null, memo }) => ({
          signature,
          err,
          memo: `[${memo.length}] ${memo}`,
          blockTime: 5,
        }));
    }
    const found = seen.find(({ signature }) => signature === first);
    if (!found) return null;
    const wire = Uint8Array.of(2, ...new Uint8Array(128), ...found.message);
    return {
      slot: found.height + SKIPPED,
      blockTime: 5,
      transaction: [Buffer.from(wire).toString('base64'), 'base64'],
      meta: { err: found.err ?? null },
    };
  };
  const payment: PaymentToFind = {
    id: 'order-1',
    network: SOLANA,
    asset: USDC,
    payer: PAYER,
    payTo: LASO,
    amountAtomic: '50000000',
    transaction: null,
    validBeforeSec: 1,
    marks: {
      nonce: MEMO,
      solana: {
        memo: MEMO,
        blockhash: USDC,
        lastValidBlockHeight: LAST,
        tokenAccount: ACCOUNT,
        messageHash: HASH,
      },
    },
  };
  const evidence = createSolanaEvidence({
    network: { ...networkAt(A), ...(two && { rpcFallbackUrls: [B] }) },
    now: () => nowMs,
    fetch: async (url, init) => {
      if (at(url).down) throw new TypeError('Failed to fetch');
      const { method, params } = JSON.parse(String(init.body));
      try {
        return Response.json({ jsonrpc: '2.0', id: 1, result: answer(url, method, params) });
      } catch (error) {
        return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32016, message: String(error) } });
      }
    },
  });
  return {
    mine: (each: Partial<Mined> = {}) =>
      mined.push({ signature: 'S'.repeat(88), height: 950, memo: MEMO, message: MESSAGE, ...each }),
    raise: (height: number, urls = [A, B]) => urls.forEach((url) => Object.assign(at(url), { height })),
    node: (url: string, state: Partial<{ down: boolean; genesis: string }>) => Object.assign(at(url), state),
    later: (ms: number) => (nowMs += ms),
    verdict: (changes: Partial<PaymentToFind> = {}) => evidence.findSettlement({ ...payment, ...changes }),
  };
}
