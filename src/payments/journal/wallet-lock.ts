import { walletLock } from '#storage/keys.ts';
import { PaymentError } from '../payment-error.ts';

export type Locks = Pick<LockManager, 'request'>;

/**
 * Runs `work` while holding the wallet's one payment lock, over all tabs. A second call is refused, not queued
 * (product.md §5): PaymentError `busy`. A browser without Web Locks cannot pay here.
 */
export async function withWalletLock<T>(
  wallet: string,
  work: () => Promise<T>,
  locks: Locks | undefined = globalThis.navigator?.locks,
): Promise<T> {
  if (!locks)
    throw new PaymentError(
      'storage',
      'This browser cannot guarantee that an order is paid only once, so no payment is made.',
    );
  return locks.request(walletLock(wallet), { ifAvailable: true }, async (lock) => {
    if (!lock)
      throw new PaymentError(
        'busy',
        'This wallet is already paying for an order, here or in another tab. Finish that one first. This order was not paid.',
      );
    return work();
  });
}
