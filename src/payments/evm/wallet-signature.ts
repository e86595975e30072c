import { createClient, custom } from 'viem';
import { signTypedData } from 'viem/actions';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import { TRANSFER_TYPES, type Authorization } from './typed-data-check.ts';
import type { SigningConnection } from './wallet.ts';
import { walletError } from './wallet-error.ts';
import { whileConnected } from './while-connected.ts';

/** Ordinary accounts answer with 65 bytes; smart-contract wallets with more. */
const SIGNATURE = /^0x[0-9a-fA-F]{130,8192}$/;

/**
 * Asks the wallet itself for network and account (not our memory of them: lessons.md 22, 27), then for the signature. The wallet
 * gets what was checked, built again from the checked values. Throws PaymentError `wallet-…`.
 */
export async function signTransfer(
  { provider, address }: SigningConnection,
  review: ReviewedOrder,
  authorization: Authorization,
): Promise<`0x${string}`> {
  try {
    const chainId = Number(await provider.request({ method: 'eth_chainId' }));
    if (`eip155:${chainId}` !== review.network)
      throw new PaymentError(
        'wallet-chain',
        'The wallet is on another network. Switch it to Base and pay again. Nothing was signed.',
      );
    checkAccounts(await provider.request({ method: 'eth_accounts' }), address, review.payer);
    // No retries: each of them could be a second window in the wallet.
    const client = createClient({ transport: custom(provider, { retryCount: 0 }) });
    const stillThere = (accounts: unknown): void => checkAccounts(accounts, address, review.payer);
    const signature = await whileConnected(provider, stillThere, () =>
      signTypedData(client, {
        account: authorization.from,
        domain: { ...review.domain, chainId, verifyingContract: `0x${review.asset.slice(2)}` },
        types: TRANSFER_TYPES,
        primaryType: 'TransferWithAuthorization',
        message: authorization,
      }),
    );
    if (typeof signature !== 'string' || !SIGNATURE.test(signature))
      throw new PaymentError(
        'wallet-unsupported',
        'The wallet answered with something that is not a signature. Nothing was paid.',
      );
    return signature;
  } catch (cause) {
    throw walletError(cause);
  }
}

function checkAccounts(accounts: unknown, connected: string, payer: string): void {
  const [active] = Array.isArray(accounts) ? accounts : [];
  if (typeof active !== 'string')
    throw new PaymentError(
      'wallet-locked',
      'The wallet is locked. Unlock it and pay again. Nothing was signed.',
    );
  const same = (address: string): boolean => address.toLowerCase() === payer.toLowerCase();
  if (!same(active) || !same(connected))
    throw new PaymentError(
      'wallet-account',
      'The wallet has switched to another account since the review. Switch it back, or review the order again. Nothing was signed.',
    );
}
