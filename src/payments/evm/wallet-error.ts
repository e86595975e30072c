import { PaymentError } from '../payment-error.ts';

/** EIP-1193 and EIP-1474 error codes, as wallets use them. */
const REJECTED = 4001;
const UNAUTHORIZED = 4100;
const UNSUPPORTED_METHOD = new Set([4200, -32601, -32004]);
const DISCONNECTED = new Set([4900, 4901]);
const PENDING = -32002;

/** What a wallet's error means for a person (lessons.md R25). Each of them is before sending: nothing was paid. */
export function walletError(cause: unknown): PaymentError {
  if (cause instanceof PaymentError) return cause;
  const code = codeOf(cause);
  if (code === REJECTED)
    return new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.', { cause });
  if (code === PENDING)
    return new PaymentError(
      'wallet-pending',
      'The wallet is still waiting for an answer to an earlier request. Open the wallet, answer it, then try again. Nothing was paid.',
      { cause },
    );
  if (code === UNAUTHORIZED)
    return new PaymentError(
      'wallet-locked',
      'The wallet is locked or no longer connected to this page. Unlock it and connect again. Nothing was paid.',
      { cause },
    );
  if (code !== null && DISCONNECTED.has(code))
    return new PaymentError(
      'wallet-locked',
      'The wallet lost its connection. Connect it again. Nothing was paid.',
      {
        cause,
      },
    );
  if (code !== null && UNSUPPORTED_METHOD.has(code))
    return new PaymentError(
      'wallet-unsupported',
      'This wallet cannot sign this kind of payment (EIP-712 typed data on Base). Use another one. Nothing was paid.',
      { cause },
    );
  return new PaymentError(
    'wallet',
    'The wallet reported an error. Nothing was paid. Try again, or use another wallet.',
    {
      cause,
    },
  );
}

/** The first code in the chain of causes; libraries wrap the wallet's own error several times. */
function codeOf(error: unknown): number | null {
  let current = error;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    if ('code' in current && typeof current.code === 'number') return current.code;
    current = 'cause' in current ? current.cause : null;
  }
  return null;
}
