import { PaymentError } from '../payment-error.ts';

/** EIP-1193's numbers, which Solana wallets use too; the names are those of @solana/wallet-adapter-base and the wallet standard. */
const REJECTED = 4001;
const UNAUTHORIZED = 4100;
const PENDING = -32002;
const REJECTED_WORDS =
  /user (rejected|declined|denied|cancell?ed)|rejected (by|the request)|request (rejected|denied)/i;
const GONE = new Set([
  'WalletNotConnectedError',
  'WalletDisconnectedError',
  'WalletAccountError',
  'WalletNotReadyError',
  'WalletNotSelectedError',
]);

/** What a wallet's error means for a person (lessons.md R25). Each of them is before sending: nothing was paid. */
export function walletError(cause: unknown): PaymentError {
  if (cause instanceof PaymentError) return cause;
  const chain = causesOf(cause);
  const codes = chain.flatMap(({ code }) => (typeof code === 'number' ? [code] : []));
  if (codes.includes(REJECTED) || chain.some(({ message }) => REJECTED_WORDS.test(String(message ?? ''))))
    return new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.', { cause });
  if (codes.includes(PENDING))
    return new PaymentError(
      'wallet-pending',
      'The wallet is still waiting for an answer to an earlier request. Open the wallet, answer it, then try again. Nothing was paid.',
      { cause },
    );
  if (codes.includes(UNAUTHORIZED) || chain.some(({ name }) => GONE.has(String(name))))
    return new PaymentError(
      'wallet-locked',
      'The wallet is locked or no longer connected to this page. Unlock it and connect again. Nothing was paid.',
      { cause },
    );
  return new PaymentError(
    'wallet',
    'The wallet reported an error. Nothing was paid. Try again, or use another wallet.',
    { cause },
  );
}

/** The error and what it wraps: wallet-adapter keeps the wallet's own error in `error`, others in `cause`. */
function causesOf(error: unknown): { code?: unknown; message?: unknown; name?: unknown }[] {
  const found: object[] = [];
  let current = error;
  while (found.length < 8 && typeof current === 'object' && current !== null) {
    found.push(current);
    const inner: unknown = 'error' in current ? current.error : undefined;
    current = inner ?? ('cause' in current ? current.cause : null);
  }
  return found;
}
