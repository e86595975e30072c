/** For the exhaustive check: all that an honest but uneven balancer in front of Base can make the real witness say of one payment. */
import type { ChainVerdict, PaymentToFind } from '../../reconcile/evidence.ts';
import { ADDRESSES, lagPatterns, type Moment, type Verdicts, verdictKey } from '../explored-time.ts';
import { LASO, NETWORK, PAYER, USDC } from '../order-builders.ts';
import { createEvmEvidence } from '../../evm/evidence.ts';
import { createModelChain } from './chain.ts';

const TICK_SEC = 100;
const NONCE = `0x${'ab'.repeat(32)}`;
/** Questions that a balancer may give to backends of different age. */
const QUESTIONS = ['eth_getBlockByNumber', 'eth_call', 'eth_getLogs', 'eth_getTransactionReceipt'];

/** Every verdict that some lag of each question's backend leads to; each once. */
export async function evmVerdicts(moment: Moment): Promise<Verdicts> {
  const chain = createModelChain();
  const signedSec = chain.nowSec();
  // Two ticks: it can be used in the tick it was signed in, and in the next one.
  const endSec = signedSec + 2 * TICK_SEC;
  const payment: PaymentToFind = {
    id: 'order',
    network: NETWORK.id,
    asset: USDC,
    payer: PAYER,
    payTo: LASO,
    amountAtomic: '50000000',
    transaction: null,
    validBeforeSec: endSec,
    marks: { nonce: NONCE },
  };
  const { age, paidAfter } = moment;
  let transaction: string | null = null;
  if (paidAfter !== null) {
    chain.tick(paidAfter * TICK_SEC + 10);
    transaction = chain.settle({ ...payment, nonce: NONCE, validBeforeSec: endSec });
  }
  chain.tick(age * TICK_SEC + 50 - (chain.nowSec() - signedSec));
  const found = new Map<string, ChainVerdict>();
  for (const urls of ADDRESSES)
    for (const lagOf of lagPatterns(urls, QUESTIONS)) {
      const evidence = createEvmEvidence({
        network: { ...NETWORK, rpcUrl: urls[0] ?? '', rpcFallbackUrls: urls.slice(1) },
        now: () => chain.nowSec() * 1000,
        fetch: (url, init) => {
          const lagSec = lagOf(url, JSON.parse(String(init.body)).method) * TICK_SEC;
          chain.node(url, { lagSec });
          return chain.fetch(url, init);
        },
      });
      const named = moment.named ? (transaction ?? `0x${'e'.repeat(64)}`) : null;
      const verdict = await evidence.findSettlement({ ...payment, transaction: named });
      found.set(verdictKey(verdict), verdict);
    }
  return [...found.values()];
}
