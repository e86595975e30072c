import { defineChain } from 'viem';
import { createConfig, fallback, http, type Config } from 'wagmi';
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';

/** Base as the operator configured it. Not `viem/chains`: that module brings hundreds of networks along. */
export function baseChain(network: NetworkConfig) {
  return defineChain({
    id: BASE_CHAIN_ID,
    name: 'Base',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: rpcUrls(network) } },
    blockExplorers: { default: { name: 'Explorer', url: network.explorerUrl } },
  });
}

export const rpcUrls = (network: NetworkConfig): string[] =>
  [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].filter((url) => url !== '');

/**
 * Wallets announce themselves by EIP-6963; no connector of our own beside that (two entries for one wallet, the wrong wallet
 * opening: lessons.md 25). Nothing is stored: who connects does it in this tab, and a stale "reconnecting" cannot happen (24).
 */
export function createWagmiConfig(network: NetworkConfig): Config {
  const chain = baseChain(network);
  const urls = rpcUrls(network);
  const transport = urls.length === 0 ? http('') : fallback(urls.map((url) => http(url)));
  return createConfig({
    chains: [chain],
    connectors: [],
    multiInjectedProviderDiscovery: true,
    storage: null,
    transports: { [chain.id]: transport },
  });
}
