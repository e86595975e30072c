import type { FacilitatorClient } from '@x402/core/server';
import type { PaymentPayload, SchemeNetworkServer } from '@x402/core/types';
import type { NetworkId } from '#domain/chain.ts';

/** One way to pay: what a challenge names, and who verifies and settles it. */
export interface PaymentNetwork {
  id: NetworkId;
  usdc: string;
  payTo: string;
  maxTimeoutSeconds: number;
  /** Goes into the challenge's `extra`, besides what the scheme adds by itself. */
  extra: Record<string, string>;
  scheme: SchemeNetworkServer;
  facilitator: FacilitatorClient;
  /**
   * Fault `settlement-pending`: when this payment is settled, its transaction is sent but mined only `ms`
   * later, and the facilitator answers `settlement_pending` with its id. `mined` is called if and when it is.
   */
  delaySettlement?(payload: PaymentPayload, ms: number, mined: () => void): void | Promise<void>;
  /** Fault `expired-blockhash`: moves the chain on until it can never mine this payment. */
  expire?(payload: PaymentPayload): void | Promise<void>;
}
