import { getBase58Encoder } from '@solana/kit';
import { Owner } from './owner.ts';
import { ProviderError, UNAUTHORIZED } from './provider-error.ts';
import type { SolanaSeed } from './solana-sign.ts';
import type { WalletCall } from './wallet-state.ts';
import type { StandardAccount } from './wallet-standard.ts';

export interface SolanaKey {
  readonly address: string;
  readonly seed: SolanaSeed;
}

type Listener = (changes: { accounts: readonly StandardAccount[] }) => void;

export const SOLANA_MAINNET = 'solana:mainnet';
export const SIGN_TRANSACTION = 'solana:signTransaction';
export const SIGN_MESSAGE = 'solana:signMessage';

/** What the Solana wallet remembers: the chosen account and whether this page may see it. */
export class SolanaState {
  readonly calls: WalletCall[] = [];
  readonly owner = new Owner();
  readonly keys: readonly SolanaKey[];
  #accounts: readonly StandardAccount[];
  #chosen = 0;
  #connected = false;
  #locked = false;
  #listeners = new Set<Listener>();

  constructor(keys: readonly SolanaKey[]) {
    this.keys = keys;
    // Made once: apps tell accounts apart by identity.
    this.#accounts = keys.map(({ address }) =>
      Object.freeze<StandardAccount>({
        address,
        publicKey: new Uint8Array(getBase58Encoder().encode(address)),
        chains: [SOLANA_MAINNET],
        features: [SIGN_TRANSACTION, SIGN_MESSAGE],
      }),
    );
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Nothing before the page has connected, nothing while locked. */
  visible(): readonly StandardAccount[] {
    const account = this.#accounts[this.#chosen];
    return account && this.#connected && !this.#locked ? [account] : [];
  }

  /** The key that signs; the page must have been given the account, and must name it. */
  keyFor(account: unknown): SolanaKey {
    const named = typeof account === 'object' && account !== null && 'address' in account && account.address;
    const [visible] = this.visible();
    const key = this.keys[this.#chosen];
    if (visible && key && visible.address === named) return key;
    throw new ProviderError(UNAUTHORIZED, 'The requested account has not been authorized by the user.');
  }

  setConnected(connected: boolean): void {
    if (connected) this.#locked = false;
    if (this.#connected === connected) return;
    this.#connected = connected;
    this.#emit();
  }

  setLocked(locked: boolean): void {
    this.#locked = locked;
    if (this.#connected) this.#emit();
  }

  useAccount(index: number): void {
    if (!this.keys[index])
      throw new RangeError(`The sandbox wallet has ${this.keys.length} Solana accounts, not ${index + 1}`);
    this.#chosen = index;
    if (this.#connected) this.#emit();
  }

  #emit(): void {
    for (const listener of this.#listeners) listener({ accounts: this.visible() });
  }
}
