import type { PaymentPayload, PaymentRequired, PaymentRequirements, SettleResponse } from '@x402/core/types';
import type { RequestContext } from '../context.ts';

/** How one version of x402 writes the gate's answers and reads the client's payments. */
export interface PaymentWire {
  /** The payment header as it came; undefined when the request does not pay. */
  header(c: RequestContext): string | undefined;
  /** Null when it cannot be read. */
  payload(header: string, offers: PaymentRequirements[]): PaymentPayload | null;
  challenge(c: RequestContext, required: PaymentRequired): Response;
  /** Header and value of the settlement's receipt. */
  receipt(settled: SettleResponse): [name: string, value: string];
  networkName(network: string): string;
}

export const NO_STORE = { 'Cache-Control': 'no-store' };
