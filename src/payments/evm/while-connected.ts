import type { Eip1193Provider } from './eip1193.ts';
import { walletError } from './wallet-error.ts';

/** MetaMask's "reconnecting": the wallet is still there, only its node is not. */
const RECONNECTING = 1013;

/**
 * A wallet that is locked, disconnected or changes its account while it is asked may never answer: that is said at once (EIP-1193 events). What it
 * signs afterwards is dropped. `check` throws for accounts with which the question makes no sense any more. The twin of `solana/signing-wallet.ts`.
 */
export async function whileConnected<T>(
  provider: Eip1193Provider,
  check: (accounts: unknown) => void,
  ask: () => Promise<T>,
): Promise<T> {
  let leave = (_cause: unknown): void => undefined;
  const gone = new Promise<never>((_, reject) => (leave = reject));
  const accountsChanged = (accounts: unknown): void => {
    try {
      check(accounts);
    } catch (error) {
      leave(error);
    }
  };
  const disconnected = (error: unknown): void => {
    if (Object(error).code !== RECONNECTING) leave(walletError({ code: 4900, cause: error }));
  };
  const told = (how: 'on' | 'removeListener'): void => {
    // Not every provider has events; without them only its answer counts.
    const method: unknown = Reflect.get(provider, how);
    if (typeof method !== 'function') return;
    Reflect.apply(method, provider, ['accountsChanged', accountsChanged]);
    Reflect.apply(method, provider, ['disconnect', disconnected]);
  };
  told('on');
  try {
    return await Promise.race([ask(), gone]);
  } finally {
    told('removeListener');
  }
}
