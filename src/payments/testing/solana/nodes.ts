/** For tests of the evidence: Solana as a model, two nodes at different heights, and what they hold. */
import { SOLANA } from '#domain/chain.ts';
import type { PaymentToFind } from '../../reconcile/evidence.ts';
import { createSolanaEvidence } from '../../solana/evidence.ts';
import { hashOf } from '../../solana/marks.ts';
import { BLOCK_MS } from '../../solana/programs.ts';
import {
  answered,
  answerOf,
  archive,
  funding,
  type LedgerNode,
  type MinedTransaction,
  type RpcCall,
} from './ledger.ts';
import { LASO, networkAt, USDC } from './order.ts';

export const A = 'http://127.0.0.1:1/a';
export const B = 'http://127.0.0.1:1/b';
export const MEMO = 'ab'.repeat(16);
export const PAYER = 'CKf31tw1TTfFXWZ9mVV3mMJBPiSCyVmMsfdzbWhXGxb9';
export const ACCOUNT = 'Hq2J8h6oRDPYKH1Vd9D5oQ6zmyAXC5oNTVcLmhTjcgWp';
export const MESSAGE = Uint8Array.of(128, 2, 1, 4, 7, 7, 7);
export const LAST = 1_000;
/** Before the first block that the payment can be in. */
const FUNDED = LAST - 300;

/** Which of the machines behind an address answers a call, the `nth` one to that address. */
export type Pick = (call: RpcCall, nth: number) => number;

export const HASH = await hashOf(MESSAGE);

const marksWith = (changes: { messageHash?: string } = {}) => ({
  nonce: MEMO,
  solana: {
    memo: MEMO,
    blockhash: USDC,
    lastValidBlockHeight: LAST,
    tokenAccount: ACCOUNT,
    messageHash: HASH,
    ...changes,
  },
});

export function scene({ two = true } = {}) {
  let nowMs = 1_700_000_000_000;
  const mined: MinedTransaction[] = [funding(ACCOUNT, FUNDED, 1)];
  const nodes = new Map([A, B].map((url) => [url, archive({ height: 900 })]));
  const balancers = new Map<string, { machines: LedgerNode[]; pick: Pick; calls: number }>();
  const at = (url: string) => nodes.get(url) ?? archive({ down: true });
  const machineOf = (url: string, call: RpcCall): LedgerNode => {
    const balancer = balancers.get(url);
    if (!balancer) return at(url);
    const { machines, pick } = balancer;
    return machines[pick(call, balancer.calls++) % machines.length] ?? at(url);
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
    marks: marksWith(),
  };
  const evidence = createSolanaEvidence({
    network: { ...networkAt(A), ...(two && { rpcFallbackUrls: [B] }) },
    now: () => nowMs,
    fetch: async (url, init) => {
      if (at(url).down) throw new TypeError('Failed to fetch');
      return answered(init, (call) => {
        const node = machineOf(url, call);
        const newest = Math.max(...[...nodes.values()].map(({ height }) => height), node.height);
        const behindSec = Math.floor(((newest - node.height) * BLOCK_MS) / 1000);
        return answerOf(node, { mined, headSec: Math.floor(nowMs / 1000) - 13 - behindSec }, call);
      });
    },
  });
  return {
    marksWith,
    mine: (each: Partial<MinedTransaction> = {}) => {
      const own = { account: ACCOUNT, memo: MEMO, message: MESSAGE };
      return mined.push({ signature: 'S'.repeat(88), height: 950, atSec: 5, ...own, ...each });
    },
    raise: (height: number, urls = [A, B]) => urls.forEach((url) => Object.assign(at(url), { height })),
    /** From now on this address is a balancer with these machines behind it. */
    balance: (url: string, machines: Partial<LedgerNode>[], pick: Pick = (_call, nth) => nth): void =>
      void balancers.set(url, { machines: machines.map((each) => archive(each)), pick, calls: 0 }),
    node: (url: string, state: Partial<LedgerNode>) => Object.assign(at(url), state),
    later: (ms: number) => (nowMs += ms),
    verdict: (changes: Partial<PaymentToFind> = {}) => evidence.findSettlement({ ...payment, ...changes }),
  };
}
