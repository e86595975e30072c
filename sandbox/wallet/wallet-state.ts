import type { PrivateKeyAccount } from 'viem';
import { Owner } from './owner.ts';
import { ProviderError, UNAUTHORIZED } from './provider-error.ts';

export interface WalletCall {
  readonly method: string;
  readonly params: readonly unknown[];
}

type Listener = (value: unknown) => void;

/**
 * What a wallet remembers: the chosen account, chain, whether
 * this page may see it, and what tests asked it to do next.
 */
export class WalletState {
  readonly calls: WalletCall[] = [];
  readonly accounts: readonly PrivateKeyAccount[];
  readonly owner = new Owner();
  readonly knownChains = new Set([1, 8453]);
  chainId: number;
  #chosen: PrivateKeyAccount;
  #connected = false;
  #locked = false;
  #listeners = new Map<string, Set<Listener>>();

  constructor(accounts: readonly PrivateKeyAccount[], chainId: number) {
    const [first] = accounts;
    if (!first) throw new Error('A wallet needs an account');
    this.accounts = accounts;
    this.#chosen = first;
    this.chainId = chainId;
  }

  on(event: string, listener: Listener): void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
  }

  off(event: string, listener: Listener): void {
    this.#listeners.get(event)?.delete(listener);
  }

  emit(event: string, value: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }

  /** What the page may see: nothing before it has asked, nothing while locked. */
  visible(): PrivateKeyAccount[] {
    return this.#connected && !this.#locked ? [this.#chosen] : [];
  }

  /** The account that signs; the page must have been given it, and must name it. */
  signerFor(address: unknown): PrivateKeyAccount {
    const [account] = this.visible();
    if (account && typeof address === 'string' && account.address.toLowerCase() === address.toLowerCase()) {
      return account;
    }
    throw new ProviderError(UNAUTHORIZED, 'The requested account has not been authorized by the user.');
  }

  connect(): void {
    this.#locked = false;
    const before = this.#connected;
    this.#connected = true;
    if (!before) this.emit('connect', { chainId: hexChain(this.chainId) });
  }

  forget(): void {
    this.#connected = false;
    this.emit('accountsChanged', []);
  }

  useAccount(index: number): void {
    const account = this.accounts[index];
    if (!account)
      throw new RangeError(`The sandbox wallet has ${this.accounts.length} accounts, not ${index + 1}`);
    this.#chosen = account;
    if (this.#connected) this.#announceAccounts();
  }

  setChain(id: number): void {
    if (id === this.chainId) return;
    this.chainId = id;
    this.emit('chainChanged', hexChain(id));
  }

  setLocked(locked: boolean): void {
    this.#locked = locked;
    if (this.#connected) this.#announceAccounts();
  }

  #announceAccounts(): void {
    this.emit(
      'accountsChanged',
      this.visible().map((account) => account.address),
    );
  }
}

export const hexChain = (id: number): string => `0x${id.toString(16)}`;
