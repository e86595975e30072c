import { numberToHex } from 'viem';
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';
import { PaymentError } from '../payment-error.ts';
import type { Eip1193Provider } from './eip1193.ts';
import { baseChain } from './wagmi-config.ts';
import { walletError } from './wallet-error.ts';

const chainId = numberToHex(BASE_CHAIN_ID);

/**
 * Asks the wallet to change to Base (EIP-3326), to add it first where it does not know it (EIP-3085), and believes only its own `eth_chainId`
 * afterwards (lessons.md 22). Asked by ourselves: the library calls every failure of adding "declined", and waits for ever for a wallet that
 * says yes and stays. Throws PaymentError `wallet-…`.
 */
export async function changeToBase(provider: Eip1193Provider, network: NetworkConfig): Promise<void> {
  const change = () => provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] });
  const isOnBase = async () => Number(await provider.request({ method: 'eth_chainId' })) === BASE_CHAIN_ID;
  try {
    await change().catch(async (cause: unknown) => {
      if (!isUnknownChain(cause)) throw cannotChange(cause);
      await addBase(provider, network);
      // Adding need not change to it.
      if (!(await isOnBase())) await change();
    });
    if (await isOnBase()) return;
  } catch (cause) {
    throw walletError(cause);
  }
  throw new PaymentError(
    'wallet-chain',
    'The wallet stayed on another network. Switch it to Base in the wallet itself. Nothing was paid.',
  );
}

async function addBase(provider: Eip1193Provider, network: NetworkConfig): Promise<void> {
  const { name, nativeCurrency, rpcUrls, blockExplorers } = baseChain(network);
  const chain = {
    chainId,
    chainName: name,
    nativeCurrency,
    rpcUrls: rpcUrls.default.http,
    blockExplorerUrls: [blockExplorers.default.url],
  };
  try {
    await provider.request({ method: 'wallet_addEthereumChain', params: [chain] });
  } catch (cause) {
    throw ownersAnswer(cause) ?? notKnown(cause);
  }
}

/** Declined, locked, still busy: these say the same whatever was asked. */
function ownersAnswer(cause: unknown): PaymentError | null {
  const error = walletError(cause);
  return error.kind === 'wallet' || error.kind === 'wallet-unsupported' ? null : error;
}

/** The code of EIP-3326, also where MetaMask's mobile app wraps it. */
function isUnknownChain(cause: unknown): boolean {
  const { code, data } = Object(cause);
  return code === 4902 || Object(Object(data).originalError).code === 4902;
}

const cannotChange = (cause: unknown): PaymentError =>
  ownersAnswer(cause) ??
  new PaymentError(
    'wallet-chain',
    'This wallet cannot be switched from here. Switch it to Base in the wallet itself. Nothing was paid.',
    { cause },
  );

const notKnown = (cause: unknown): PaymentError =>
  new PaymentError(
    'wallet-chain',
    'This wallet does not know Base and did not add it. Add Base in the wallet itself, or use another wallet. Nothing was paid.',
    { cause },
  );
