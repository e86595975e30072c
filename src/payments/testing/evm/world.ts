/** For tests: Base. */
import { LASO, NETWORK, PAYER, reviewOf, signedPayment, USDC } from '../order-builders.ts';
import { NODE_URLS, NODES, type World } from '../world.ts';
import { createEvmEvidence } from '../../evm/evidence.ts';
import { createModelChain } from './chain.ts';

export function baseWorld(): World {
  const chain = createModelChain();
  for (const url of NODES) chain.node(url);
  const now = () => chain.nowSec() * 1000;
  const nonce = `0x${'ab'.repeat(32)}`;
  const validBeforeSec = chain.nowSec() + 300;
  const transfer = {
    asset: USDC,
    payTo: LASO,
    payer: PAYER,
    amountAtomic: '50000000',
    nonce,
    validBeforeSec,
  };
  return {
    nowSec: chain.nowSec,
    tick: chain.tick,
    node: (url, { down = false, lagSec = 0 }) => chain.node(url, { down, lagSec }),
    settle: () => void chain.settle(transfer),
    cancel: () => void chain.cancel(transfer),
    paid: () => chain.paid(nonce),
    review: reviewOf({ reviewedAtMs: now() }),
    signed: signedPayment({ nonce, validBeforeSec }),
    evidence: createEvmEvidence({
      network: { ...NETWORK, ...NODE_URLS },
      fetch: chain.fetch,
      now,
    }),
  };
}
