import { PaymentError } from '../payment-error.ts';
import { codeOf, errorsInside, saidNo } from '../pay/wallet-refusal.ts';

/** EIP-1193 and EIP-1474 error codes, as wallets use them. */
const UNAUTHORIZED = 4100;
const UNSUPPORTED_METHOD = [4200, -32601, -32004];
const DISCONNECTED = [4900, 4901];
const PENDING = -32002;

/** What a wallet's error means for a person (lessons.md R25). Each of them is before sending: nothing was paid. */
export function walletError(cause: unknown): PaymentError {
  if (cause instanceof PaymentError) return cause;
  const codes = errorsInside(cause).map(codeOf);
  const is = (code: number | null): boolean => codes.includes(code);
  if (saidNo(cause))
    return new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.', { cause });
  if (is(PENDING))
    return new PaymentError(
      'wallet-pending',
      'The wallet is still waiting for an answer to an earlier request. Open the wallet, answer it, then try again. Nothing was paid.',
      { cause },
    );
  if (is(UNAUTHORIZED))
    return new PaymentError(
      'wallet-locked',
      'The wallet is locked or no longer connected to this page. Unlock it and connect again. Nothing was paid.',
      { cause },
    );
  if (DISCONNECTED.some(is))
    return new PaymentError(
      'wallet-locked',
      'The wallet lost its connection. Connect it again. Nothing was paid.',
      {
        cause,
      },
    );
  if (UNSUPPORTED_METHOD.some(is))
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
