import { stringToHex } from 'viem';
import { PaymentError } from '../payment-error.ts';
import type { SigningConnection } from './wallet.ts';
import { walletError } from './wallet-error.ts';

/** Ordinary accounts answer with 65 bytes; smart-contract wallets with more. */
const SIGNATURE = /^0x[0-9a-fA-F]{130,16384}$/;

/**
 * Asks the wallet to sign a text (`personal_sign`, EIP-191) with the connected account, after asking the wallet itself which one that
 * is (lessons.md 27). Once: a second question would be a second window. Throws PaymentError `wallet-…`; nothing can be paid by it.
 */
export async function signMessage(
  { provider, address }: SigningConnection,
  text: string,
): Promise<`0x${string}`> {
  try {
    checkAccount(await provider.request({ method: 'eth_accounts' }), address);
    const signature = await provider.request({
      method: 'personal_sign',
      params: [stringToHex(text), address],
    });
    if (isSignature(signature)) return signature;
  } catch (cause) {
    const error = walletError(cause);
    if (error.kind !== 'wallet-unsupported') throw error;
  }
  throw new PaymentError(
    'wallet-unsupported',
    'This wallet cannot sign messages (personal_sign), so it cannot sign in here. Use another wallet, or a login link.',
  );
}

function checkAccount(accounts: unknown, expected: string): void {
  const [active] = Array.isArray(accounts) ? accounts : [];
  if (typeof active !== 'string')
    throw new PaymentError(
      'wallet-locked',
      'The wallet is locked. Unlock it and try again. Nothing was signed.',
    );
  if (active.toLowerCase() !== expected.toLowerCase())
    throw new PaymentError(
      'wallet-account',
      'The wallet has switched to another account than the one shown. Switch it back, or connect it again. Nothing was signed.',
    );
}

const isSignature = (value: unknown): value is `0x${string}` =>
  typeof value === 'string' && SIGNATURE.test(value);
