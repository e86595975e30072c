/**
 * - `unavailable`: this browser keeps nothing, or has no encryption here (an address without https).
 * - `unwritable`: it refused to store this entry (full, private window, policy): show the secret, it exists
 *   nowhere else.
 * - `locked`: its account was signed out on this device.
 * - `damaged`: it cannot be decrypted any more.
 * - `missing`: there is no such entry.
 */
type VaultErrorKind = 'unavailable' | 'unwritable' | 'locked' | 'damaged' | 'missing';

const SENTENCES: Record<VaultErrorKind, string> = {
  unavailable:
    'This browser cannot keep codes on this device (private window, blocked storage, or an address without https). Nothing was changed.',
  unwritable: 'This could not be kept on this device. Copy it now: it is shown only here.',
  locked: 'This belongs to an account that is signed out. Sign in to that account to read it.',
  damaged:
    'What this browser kept of it can no longer be read. Ask support, and give the purchase’s time and amount.',
  missing: 'This is no longer on this device.',
};

/** `message` is a sentence for a person. Never holds a secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly kind: VaultErrorKind;

  constructor(kind: VaultErrorKind, cause?: unknown) {
    super(SENTENCES[kind], cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}
