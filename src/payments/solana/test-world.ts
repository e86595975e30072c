/** For tests: Solana. */
import { SOLANA } from '#domain/chain.ts';
import { signedPayment } from '../test-order.ts';
import { NODE_URLS, NODES, type World } from '../test-world.ts';
import { createSolanaEvidence } from './evidence.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';
import { createModelSolana } from './test-chain.ts';
import { ACCOUNT, HASH, MEMO, MESSAGE, PAYER } from './test-nodes.ts';
import { networkAt, solanaReview, USDC } from './test-order.ts';

export function solanaWorld(): World {
  const chain = createModelSolana();
  for (const url of NODES) chain.node(url);
  chain.fund(ACCOUNT);
  const now = () => chain.nowSec() * 1000;
  const lastValidBlockHeight = chain.height() + BLOCKHASH_LIFE_BLOCKS;
  const payment = { signature: 'S'.repeat(88), account: ACCOUNT, memo: MEMO, message: MESSAGE };
  return {
    nowSec: chain.nowSec,
    tick: chain.tick,
    node: chain.node,
    settle: () => void chain.land(payment, lastValidBlockHeight),
    // Nothing on Solana cancels a signed transaction.
    cancel: () => undefined,
    paid: () => chain.has(payment.signature),
    review: solanaReview(PAYER, { reviewedAtMs: now() }),
    signed: signedPayment({
      network: SOLANA,
      payer: PAYER,
      nonce: MEMO,
      validBeforeSec: chain.nowSec() + 60,
      solana: {
        memo: MEMO,
        blockhash: USDC,
        lastValidBlockHeight,
        tokenAccount: ACCOUNT,
        messageHash: HASH,
      },
    }),
    evidence: createSolanaEvidence({
      network: { ...networkAt(''), ...NODE_URLS },
      fetch: chain.fetch,
      now,
    }),
  };
}
