/** For tests: Base of the sandbox as the soak asks it: real signatures, settlement on anvil, and evidence through balancers. */
import type { Sandbox } from '#sandbox/app.ts';
import { createBalancer, type Backend, type Balancer } from '#sandbox/chain/balancer.ts';
import type { SoakChain } from '../soak-world.ts';
import { createEvmEvidence } from '../../evm/evidence.ts';
import { ACCOUNT, fakeWallet } from './fake-wallet.ts';
import { createEvmSigner } from '../../evm/signer.ts';
import { baseNetworkOf, reviewAt } from './paying.ts';

const ADDRESSES = ['http://node/a', 'http://node/b'];

export function baseSoakChain(
  { config, chain }: Sandbox,
  { backend, now, seed, nodes }: { backend: Backend; now: () => number; seed: number; nodes: number },
): SoakChain {
  const urls = ADDRESSES.slice(0, nodes);
  const balancers = new Map<string, Balancer>(
    urls.map((url, at) => [url, createBalancer(backend, seed + at)]),
  );
  const [rpcUrl = '', ...rpcFallbackUrls] = urls;
  const network = { ...baseNetworkOf(config), rpcUrl, rpcFallbackUrls };
  const connection = { address: ACCOUNT.address, provider: fakeWallet() };
  return {
    network: network.id,
    payer: ACCOUNT.address,
    nodes: urls,
    node: (url, { down, lagsSec }) => void Object.assign(balancers.get(url) ?? {}, { down, lagsSec }),
    evidence: createEvmEvidence({
      network,
      now,
      fetch: async (url, { body }) => Response.json(await balancers.get(url)?.ask(JSON.parse(String(body)))),
    }),
    review: async (orderId, cents) => ({ ...(await reviewAt(config, { cents, nowMs: now })), orderId }),
    sign: (review) => createEvmSigner({ review, connection, now }).sign(),
    paid: (nonce) => chain.authorizationUsed(ACCOUNT.address, `0x${nonce.slice(2)}`),
  };
}
