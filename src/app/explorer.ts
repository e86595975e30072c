import type { LasoConfig } from '#config/config-schema.ts';

const EVM_HASH = /^0x[0-9a-fA-F]{64}$/;
const SOLANA_SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{64,90}$/;

/** The configured explorer's page of a transaction; null when the network is not configured or the hash is no hash: it came from a server. */
export function transactionUrl(
  config: LasoConfig,
  network: string,
  transaction: string | null,
): string | null {
  const explorer = config.networks.find(({ id }) => id === network)?.explorerUrl;
  if (!explorer || !transaction) return null;
  const fits = network.startsWith('eip155:') ? EVM_HASH : SOLANA_SIGNATURE;
  return fits.test(transaction) ? `${explorer.replace(/\/$/, '')}/tx/${transaction}` : null;
}
