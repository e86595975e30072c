import { PaymentError } from '#payments/payment-error.ts';
import type { WalletPort } from './wallet-port.ts';

interface SignRequest {
  readonly wallets: Pick<WalletPort, 'connection' | 'subscribe' | 'signMessage'>;
  readonly address: string;
  readonly text: string;
  /** When the message ends; a signature after it is worth nothing. */
  readonly endsAtMs: number;
  readonly nowMs: number;
}

/**
 * The wallet's signature, or an error with the reason. A wallet that is locked, disconnected or changed to
 * another account while its window is open often never answers (lessons.md R25). A later signature is
 * dropped. Rejects with PaymentError `wallet-…`.
 */
export async function signWhileConnected({
  wallets,
  address,
  text,
  endsAtMs,
  nowMs,
}: SignRequest): Promise<string> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  const gone = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silent()), Math.max(0, endsAtMs - nowMs));
    stop = wallets.subscribe(() => {
      const now = wallets.connection();
      if (!now) reject(disconnected());
      else if (now.address.toLowerCase() !== address.toLowerCase()) reject(changed());
    });
  });
  try {
    return await Promise.race([wallets.signMessage(address, text), gone]);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

const silent = () =>
  new PaymentError(
    'wallet-silent',
    'The wallet did not answer in time. Close its window and try again. You are not signed in, and nothing was paid.',
  );

const disconnected = () =>
  new PaymentError(
    'wallet-locked',
    'The wallet was locked or disconnected while it was asked. Connect it again. You are not signed in, and nothing was paid.',
  );

const changed = () =>
  new PaymentError(
    'wallet-account',
    'The wallet switched to another account while it was asked. Switch it back, or connect it again. You are not signed in, and nothing was paid.',
  );
