export type SignInReason =
  /** The answer was for another account than the wallet's; it was dropped. */
  | 'other-account'
  | 'other-project'
  /** Laso offers this network's wallets no way to sign in. */
  | 'not-offered'
  /** The challenge ended while the page waited; a new one was asked for. */
  | 'stale'
  /** The price changed since it was shown. */
  | 'changed';

/** Why a wallet is not signed in, where neither the wallet nor the request failed. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly reason: SignInReason;
  constructor(reason: SignInReason) {
    super(`Wallet sign-in: ${reason}`);
    this.reason = reason;
  }
}
