/**
 * The parts of the Wallet Standard that the sandbox wallet speaks (github.com/wallet-standard,
 * `@wallet-standard/base` 1.1).
 */
type Identifier = `${string}:${string}`;

export interface StandardAccount {
  readonly address: string;
  readonly publicKey: Uint8Array;
  readonly chains: readonly Identifier[];
  readonly features: readonly Identifier[];
}

export interface StandardWallet {
  readonly version: '1.0.0';
  readonly name: string;
  readonly icon: `data:image/svg+xml;base64,${string}`;
  readonly chains: readonly Identifier[];
  readonly accounts: readonly StandardAccount[];
  readonly features: Readonly<Record<Identifier, unknown>>;
}

export type RegisterCallback = (api: { register(...wallets: StandardWallet[]): () => void }) => void;

export const REGISTER_WALLET = 'wallet-standard:register-wallet';
export const APP_READY = 'wallet-standard:app-ready';
