import type { NetworkConfig } from '#config/config-schema.ts';
import type { Offer } from '#payments/quote/challenge.ts';
import type { ReviewedOrder } from '#payments/quote/order-review.ts';
import type { PaymentSigner } from '#payments/journal/signed-payment.ts';

/** A wallet found in this browser; name and picture are its own words. */
export interface FoundWallet {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
}

export interface ConnectedWallet {
  readonly walletName: string;
  /** As the chain writes it: checksummed on Base, base58 on Solana. */
  readonly address: string;
}

/** `stop`: there is no Pay. `caution`: shown, the person decides. Sentences for a person. */
export interface PaymentCheck {
  readonly findings: readonly { readonly level: 'stop' | 'caution'; readonly sentence: string }[];
}

/** Everything signing in needs of a network's wallets. Each of its promises rejects with a PaymentError whose message is for a person. */
export interface WalletKit {
  readonly network: NetworkConfig;
  /** The same array until something changes. */
  found(): readonly FoundWallet[];
  /** The same object until something changes. */
  current(): ConnectedWallet | null;
  subscribe(listener: () => void): () => void;
  connect(walletId: string): Promise<ConnectedWallet>;
  /** One question to the wallet. Hex on Base, base58 on Solana. */
  signMessage(address: string, text: string): Promise<string>;
  /** Asks the wallet to change to this network where it is on another one. */
  changeNetwork(): Promise<void>;
  /** Balance, clock, network: what can be known before a payment is signed. */
  checkPayment(address: string, offer: Offer): Promise<PaymentCheck>;
  createSigner(review: ReviewedOrder): Promise<PaymentSigner>;
}
