import type { NetworkConfig } from '#config/config-schema.ts';
import type { Offer } from '#payments/quote/challenge.ts';
import type { ReviewedOrder } from '#payments/quote/order-review.ts';
import type { PaymentSigner } from '#payments/journal/signed-payment.ts';

/** A wallet found in this browser. `name` and `icon` are its own words. */
export interface DetectedWallet {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
}

export interface ConnectedWallet {
  readonly walletId: string;
  readonly walletName: string;
  /** As its chain writes it: checksummed on Base, base58 in its real case on Solana. */
  readonly address: string;
  /** EVM only: the network the wallet is on. */
  readonly chainId?: number;
}

/**
 * What is known before the wallet is asked. `stop`: there is no Pay. `caution`: shown, the person decides.
 */
export interface PaymentCheck {
  readonly balanceAtomic: bigint;
  readonly findings: readonly {
    readonly level: 'stop' | 'caution';
    readonly code: string;
    readonly sentence: string;
  }[];
}

/**
 * The wallets of one network, the same for Base and Solana, for signing in and for paying. The connection is
 * the page's one connection. Its promises reject with a PaymentError whose message is for a person.
 */
export interface WalletPort {
  readonly network: NetworkConfig;
  /** The same array until something changes. */
  detected(): readonly DetectedWallet[];
  /** The same object until something changes. */
  connection(): ConnectedWallet | null;
  subscribe(listener: () => void): () => void;
  connect(walletId: string): Promise<ConnectedWallet>;
  disconnect(): Promise<void>;
  /** Asks the wallet to change to this network; null where wallets have no network of their own. */
  readonly changeNetwork: (() => Promise<void>) | null;
  /** One question to the wallet. Hex on Base, base58 on Solana. */
  signMessage(address: string, text: string): Promise<string>;
  /**
   * Fetches the code that checks and signs payments; `checkPayment` and `createSigner` do so by themselves.
   */
  loadPaying(): Promise<unknown>;
  checkPayment(
    wallet: Pick<ConnectedWallet, 'address' | 'chainId'>,
    offer: Pick<Offer, 'amountAtomic' | 'payTo' | 'extra'>,
  ): Promise<PaymentCheck>;
  createSigner(review: ReviewedOrder): Promise<PaymentSigner>;
}
