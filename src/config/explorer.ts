import type { LasoConfig } from './config-schema.ts';
import { parseUrl } from '#domain/parse-url.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';

const EVM_HASH = /^0x[0-9a-fA-F]{64}$/;
const SOLANA_SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{64,90}$/;

/**
 * The configured explorer's page of a transaction; null when the network is not configured or the server sent
 * something that is not a hash.
 */
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

/**
 * Where a withdrawal's transaction can be seen: our own link where the hash is one, else Laso's, only at the
 * explorer that is configured. Null: not to be followed.
 */
export function withdrawalUrl(
  config: LasoConfig,
  { network, txHash, txUrl }: Pick<Withdrawal, 'network' | 'txHash' | 'txUrl'>,
): string | null {
  const own = network && transactionUrl(config, network, txHash);
  if (own) return own;
  const url = parseUrl(txUrl ?? '');
  if (!url || url.username || url.password) return null;
  const known = config.networks.some(({ explorerUrl }) => new URL(explorerUrl).origin === url.origin);
  return known ? url.href : null;
}
