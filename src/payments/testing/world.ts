/** For tests: one signed payment on one chain, as models of the whole way from the nodes to the evidence (`evm/` and `solana/test-world.ts`). */
import type { ChainEvidence } from '../reconcile/evidence.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';

export const NODES = ['http://node/a', 'http://node/b', 'http://node/c'];
const [rpcUrl = '', ...rpcFallbackUrls] = NODES;
export const NODE_URLS = { rpcUrl, rpcFallbackUrls };

export interface NodeState {
  readonly down: boolean;
  readonly lagSec: number;
  /** Solana's validators drop blocks older than this; null: never. On Base a node's state needs no history. */
  readonly holdsSec: number | null;
  readonly memos: boolean;
}

export interface World {
  nowSec(): number;
  tick(seconds: number): void;
  node(url: string, state: Partial<NodeState>): void;
  /** The server has the payment and makes it, if it still can be made. */
  settle(): void;
  cancel(): void;
  paid(): boolean;
  readonly review: ReviewedOrder;
  readonly signed: SignedPayment;
  readonly evidence: ChainEvidence;
}
