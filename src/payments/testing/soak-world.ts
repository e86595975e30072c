/** For tests and bench/payments.ts: what surrounds one batch of orders. */
import type { ChainEvidence, ProductEvidence } from '../reconcile/evidence.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import type { FindProduct } from '../pay/outcome.ts';
import type { PaymentRow } from '../journal/payment-row.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';
import type { PaidAnswer } from '../quote/transport.ts';

/** An RPC address: a balancer, with so many machines as there are lags. */
export interface SoakNode {
  readonly down: boolean;
  readonly lagsSec: readonly number[];
}

/** One chain, one wallet on it, and the nodes a page asks. */
export interface SoakChain {
  readonly network: string;
  readonly payer: string;
  readonly nodes: readonly string[];
  node(url: string, state: SoakNode): void;
  readonly evidence: ChainEvidence;
  review(orderId: string, amountCents: number): Promise<ReviewedOrder>;
  sign(review: ReviewedOrder): Promise<SignedPayment>;
  /** Whether this payment moved the money. */
  paid(nonce: string): Promise<boolean>;
}

/** A Laso, chains and their nodes, wallets; all on one clock that only `tick` moves far. */
export interface SoakWorld {
  /** The first one is paid on most. */
  readonly chains: readonly SoakChain[];
  /** Names of what can happen to a paid request on its way and at the server. */
  readonly faults: readonly string[];
  /** Names of what can happen to reads. */
  readonly readFaults: readonly string[];
  now(): number;
  tick(seconds: number): Promise<void>;
  readonly products: ProductEvidence;
  findProduct(amountCents: number): FindProduct;
  /** Whether the account's list can be read from now on. */
  signIn(yes: boolean): void;
  /** What reads meet from now on. */
  reading(faults: readonly string[]): void;
  /** Ids of the accounts' cards, whoever is signed in. */
  cardIds(): string[];
  /** The card that this payment bought; null when it bought none, undefined where this world cannot tell. */
  brought(signed: SignedPayment): string | null | undefined;
  /** Somebody else buys with the same account. */
  agentBuys(amountCents: number): void;
  /** Once, with these faults. */
  send(
    row: Pick<PaymentRow, 'requestUrl' | 'signed' | 'amountAtomic' | 'product'>,
    faults: readonly string[],
  ): Promise<PaidAnswer>;
  /** What the server has and has not worked through is worked through now, where it still can be. */
  settleWithheld(): Promise<void>;
}
