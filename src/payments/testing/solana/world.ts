/** For tests: Solana. */
import { SOLANA } from '#domain/chain.ts';
import { signedPayment } from '../order-builders.ts';
import { NODE_URLS, NODES, type World } from '../world.ts';
import { createSolanaEvidence } from '../../solana/evidence.ts';
import { BLOCKHASH_LIFE_BLOCKS } from '../../solana/programs.ts';
import { createModelSolana } from './chain.ts';
import { ACCOUNT, HASH, MEMO, MESSAGE, PAYER } from './nodes.ts';
import { networkAt, solanaReview, USDC } from './order.ts';

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
