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

/** What is known before the wallet is asked. `stop`: there is no Pay. `caution`: shown, the person decides. */
export interface PaymentCheck {
  readonly balanceAtomic: bigint;
  readonly findings: readonly {
    readonly level: 'stop' | 'caution';
    readonly code: string;
    readonly sentence: string;
  }[];
}

/** A network's wallets, the same for Base and Solana. Its promises reject with a PaymentError whose message is for a person. */
export interface WalletCode {
  /** The same array until something changes. */
  detected(): readonly DetectedWallet[];
  /** The same object until something changes. */
  connection(): ConnectedWallet | null;
  subscribe(listener: () => void): () => void;
  connect(walletId: string): Promise<unknown>;
  disconnect(): Promise<void>;
  check(
    wallet: ConnectedWallet,
    offer: Pick<Offer, 'amountAtomic' | 'payTo' | 'extra'>,
  ): Promise<PaymentCheck>;
  createSigner(review: ReviewedOrder): Promise<PaymentSigner>;
  /** Asks the wallet to change to this network; null where wallets have none of their own. */
  readonly changeNetwork: (() => Promise<void>) | null;
}
