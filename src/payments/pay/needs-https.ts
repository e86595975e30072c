import { PaymentError } from '../payment-error.ts';

/** Plain http has no Web Locks, no encryption and no random ids: PaymentError `storage`, before anything is asked of a wallet. */
export function refuseWithoutHttps(): void {
  if (globalThis.isSecureContext === false)
    throw new PaymentError(
      'storage',
      'Paying needs a secure connection (https): without it the browser can neither keep a code safe nor make sure that an order is paid only once. Open this page by https. Nothing was paid.',
    );
}
