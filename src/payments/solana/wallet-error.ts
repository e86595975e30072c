import { PaymentError } from '../payment-error.ts';
import { codeOf, errorsInside, nameOf, saidNo } from '../pay/wallet-refusal.ts';

/** EIP-1193's numbers, which Solana wallets use too; the names are those of @solana/wallet-adapter-base and the wallet standard. */
const UNAUTHORIZED = 4100;
const PENDING = -32002;
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
  const chain = errorsInside(cause);
  const codes = chain.map(codeOf);
  const names = chain.map(nameOf);
  // Closing its window is an answer too.
  if (saidNo(cause) || names.includes('WalletWindowClosedError'))
    return new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.', { cause });
  if (codes.includes(PENDING))
    return new PaymentError(
      'wallet-pending',
      'The wallet is still waiting for an answer to an earlier request. Open the wallet, answer it, then try again. Nothing was paid.',
      { cause },
    );
  if (codes.includes(UNAUTHORIZED) || names.some((name) => GONE.has(name)))
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
