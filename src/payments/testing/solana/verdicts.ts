/** For the exhaustive check: all that an honest but uneven balancer in front of Solana can make the real rules say, when signing and afterwards. */
import { SOLANA } from '#domain/chain.ts';
import { PaymentError } from '../../payment-error.ts';
import type { ChainVerdict, PaymentToFind } from '../../reconcile/evidence.ts';
import { ADDRESSES, lagPatterns, type Moment, type Verdicts, verdictKey } from '../explored-time.ts';
import { LASO, networkAt, USDC } from './order.ts';
import { endOfBlockhash } from '../../solana/blockhash-end.ts';
import { createSolanaEvidence } from '../../solana/evidence.ts';
import { hashOf } from '../../solana/marks.ts';
import { nodesOf } from '../../solana/node.ts';
import { BLOCK_MS, BLOCKHASH_LIFE_BLOCKS } from '../../solana/programs.ts';
import { answered, answerOf, archive, blockhashOf, funding, type MinedTransaction } from './ledger.ts';

const TICK_BLOCKS = 100;
const TICK_SEC = (TICK_BLOCKS * BLOCK_MS) / 1000;
const SIGNED_AT = 5_000;
const MEMO = 'ab'.repeat(16);
const MESSAGE = Uint8Array.of(128, 2, 1, 4, 7, 7, 7);
const ACCOUNT = 'Hq2J8h6oRDPYKH1Vd9D5oQ6zmyAXC5oNTVcLmhTjcgWp';
const PAYER = 'CKf31tw1TTfFXWZ9mVV3mMJBPiSCyVmMsfdzbWhXGxb9';
const QUESTIONS = ['getEpochInfo', 'getSignaturesForAddress', 'getTransaction', 'getBlock'];
const SIGNING_QUESTIONS = ['isBlockhashValid', 'getEpochInfo'];
const messageHash = await hashOf(MESSAGE);

/** How many blocks too early (negative) or late the end can be noted while signing; an empty list where nothing is signed. */
export async function solanaEnds(): Promise<number[]> {
  const ends = new Set<number>();
  for (const urls of ADDRESSES)
    for (const lagOf of lagPatterns(urls, SIGNING_QUESTIONS)) {
      const network = { ...networkAt(urls[0] ?? ''), rpcFallbackUrls: urls.slice(1) };
      const nodes = nodesOf(network, (url, init) =>
        answered(init, (call) => {
          const height = SIGNED_AT - lagOf(url, call.method) * TICK_BLOCKS;
          return answerOf(archive({ height }), { mined: [], headSec: 0 }, call);
        }),
      );
      // The newest blockhash: a machine that is behind does not know it yet.
      const asked = endOfBlockhash(nodes, blockhashOf(SIGNED_AT), { wait: async () => {} });
      const end = await asked.catch((error: unknown) => {
        if (error instanceof PaymentError) return null;
        throw error;
      });
      if (end) ends.add(end.lastValidBlockHeight - SIGNED_AT - BLOCKHASH_LIFE_BLOCKS);
    }
  return [...ends];
}

/** Every verdict on a payment whose end was noted so many blocks beside the true one; each once. */
export async function solanaVerdicts(
  { age, paidAfter, named }: Moment,
  endOffsetBlocks: number,
): Promise<Verdicts> {
  const heightAfter = (ticks: number): number => SIGNED_AT + ticks * TICK_BLOCKS;
  const signature = 'S'.repeat(88);
  const payments: MinedTransaction[] =
    paidAfter === null
      ? []
      : [
          {
            signature,
            height: heightAfter(paidAfter),
            atSec: 1_000 + paidAfter * TICK_SEC,
            account: ACCOUNT,
            memo: MEMO,
            message: MESSAGE,
          },
        ];
  const mined = [funding(ACCOUNT, SIGNED_AT - 4_000, 1), ...payments];
  const lastValidBlockHeight = SIGNED_AT + BLOCKHASH_LIFE_BLOCKS + endOffsetBlocks;
  const payment: PaymentToFind = {
    id: 'order',
    network: SOLANA,
    asset: USDC,
    payer: PAYER,
    payTo: LASO,
    amountAtomic: '50000000',
    transaction: named ? (paidAfter === null ? 'E'.repeat(88) : signature) : null,
    validBeforeSec: 1_060,
    marks: {
      nonce: MEMO,
      solana: { memo: MEMO, blockhash: USDC, lastValidBlockHeight, tokenAccount: ACCOUNT, messageHash },
    },
  };
  const nowMs = (1_000 + age * TICK_SEC) * 1000;
  const found = new Map<string, ChainVerdict>();
  for (const urls of ADDRESSES)
    for (const lagOf of lagPatterns(urls, QUESTIONS)) {
      const evidence = createSolanaEvidence({
        network: { ...networkAt(urls[0] ?? ''), rpcFallbackUrls: urls.slice(1) },
        now: () => nowMs,
        fetch: (url, init) =>
          answered(init, (call) => {
            const lag = lagOf(url, call.method);
            const node = archive({ height: heightAfter(age - lag) });
            return answerOf(node, { mined, headSec: Math.floor(nowMs / 1000) - lag * TICK_SEC }, call);
          }),
      });
      const verdict = await evidence.findSettlement(payment);
      found.set(verdictKey(verdict), verdict);
    }
  return [...found.values()];
}
