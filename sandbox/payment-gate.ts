import {
  decodePaymentSignatureHeader,
  encodePaymentRequiredHeader,
  encodePaymentResponseHeader,
} from '@x402/core/http';
import { x402ResourceServer, type FacilitatorClient } from '@x402/core/server';
import type { PaymentPayload, PaymentRequirements, SettleResponse } from '@x402/core/types';
import { ExactEvmScheme } from '@x402/evm/exact/server';
import { accountIdOf } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { PAY_TO, USDC } from './chain/base-chain.ts';
import { patched } from './control/patched.ts';
import {
  faultRequestOf,
  type Charge,
  type PaymentGate,
  type RequestContext,
  type SandboxContext,
} from './context.ts';
import { frozenAnswer } from './routes/require-account.ts';

/** The payment half of every paid route, as laso-api.md ("Paid routes") describes its wire format. */
export async function createPaymentGate(
  facilitator: FacilitatorClient,
  context: () => SandboxContext,
): Promise<PaymentGate> {
  const server = new x402ResourceServer(facilitator).register(BASE, new ExactEvmScheme());
  await server.initialize();
  const inFlight = new Map<string, Promise<unknown>>();

  /** The same authorisation sent twice at once is settled once; the second waits and is then refused as used. */
  async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
    while (inFlight.has(key)) await inFlight.get(key)?.catch(() => null);
    const running = work();
    inFlight.set(key, running);
    try {
      return await running;
    } finally {
      inFlight.delete(key);
    }
  }

  async function challenge(
    c: RequestContext,
    requirements: PaymentRequirements[],
    charge: Charge,
    error: string,
  ) {
    const resource = { url: c.req.url, description: charge.description, mimeType: 'application/json' };
    const required = await server.createPaymentRequiredResponse(requirements, resource, error);
    const fault = context().faults.take('changed-challenge', faultRequestOf(c));
    const header = encodePaymentRequiredHeader(fault ? patched(required, fault.patch) : required);
    return c.json({}, 402, { 'PAYMENT-REQUIRED': header, 'Cache-Control': 'no-store' });
  }

  return {
    charge: async (c, charge, deliver) => {
      const { faults, store } = context();
      const requirements = await server.buildPaymentRequirements({
        scheme: 'exact',
        network: BASE,
        payTo: PAY_TO,
        price: { asset: USDC, amount: String(charge.atomic), extra: { name: 'USD Coin', version: '2' } },
        maxTimeoutSeconds: 300,
      });
      const header = c.req.header('payment-signature');
      if (header === undefined) return challenge(c, requirements, charge, 'Payment required');
      const payload = payloadIn(header);
      if (!payload) return challenge(c, requirements, charge, 'invalid_payload');
      const matching = server.findMatchingRequirements(requirements, payload);
      if (!matching) return challenge(c, requirements, charge, 'No matching payment requirements');

      return oneAtATime(authorisationKey(payload), async () => {
        const verified = await server
          .verifyPayment(payload, matching)
          .catch((error: unknown) => ({ isValid: false, invalidReason: messageOf(error), payer: undefined }));
        if (!verified.isValid) {
          const reason = verified.invalidReason ?? 'invalid_payment';
          // Laso answers an empty wallet as a settlement that failed, with a body (laso-openapi-2026-08, GET /get-card, 402).
          if (/insufficient_(balance|funds)/.test(reason)) {
            return settlementFailed(
              c,
              failure('insufficient_funds', 'The wallet holds too little USDC.', verified.payer),
            );
          }
          return challenge(c, requirements, charge, reason);
        }
        const frozen = frozenAnswer(c, store.account(accountIdOf(verified.payer ?? '')).frozenMessage);
        if (frozen) return frozen;
        const refused = faults.take('settlement-failure', faultRequestOf(c));
        if (refused) {
          const words = refused.message ?? 'The transfer could not be settled on-chain.';
          return settlementFailed(c, failure(refused.reason, words, verified.payer));
        }
        const settled = await server
          .settlePayment(payload, matching)
          .catch((error: unknown) => failure('settlement_failed', messageOf(error), verified.payer));
        if (!settled.success) return settlementFailed(c, settled);

        const userId = accountIdOf(settled.payer ?? verified.payer ?? '');
        const credit = (): void => store.credit(userId, usdcAtomicToCents(charge.atomic));
        const answer = await delivered(c, deliver, userId, credit);
        answer.headers.set('PAYMENT-RESPONSE', encodePaymentResponseHeader(settled));
        answer.headers.set('Cache-Control', 'no-store');
        return answer;
      });
    },
  };

  async function delivered(
    c: RequestContext,
    deliver: (userId: string) => Promise<Response>,
    userId: string,
    credit: () => void,
  ): Promise<Response> {
    const broken = context().faults.take('error-after-settlement', faultRequestOf(c));
    if (broken) {
      if (broken.orderMade) await deliver(userId);
      else credit();
      return c.json({ error: broken.message ?? 'Internal server error' }, 500);
    }
    try {
      return await deliver(userId);
    } catch {
      credit();
      return c.json({ error: 'The order failed after payment. The amount is on your account balance.' }, 500);
    }
  }
}

const failure = (errorReason: string, errorMessage: string, payer: string | undefined): SettleResponse => ({
  success: false,
  errorReason,
  errorMessage,
  transaction: '',
  network: BASE,
  ...(payer ? { payer } : {}),
});

/** The second 402 (laso-api.md): `{success: false, errorReason, errorMessage, payer, network}`. */
function settlementFailed(c: RequestContext, settled: SettleResponse): Response {
  // The facilitator's own text can hold whole calldata.
  const short = {
    ...settled,
    errorMessage: (settled.errorMessage ?? settled.errorReason ?? '').slice(0, 200),
  };
  const { transaction: _transaction, ...body } = short;
  return c.json(body, 402, {
    'PAYMENT-RESPONSE': encodePaymentResponseHeader(short),
    'Cache-Control': 'no-store',
  });
}

function payloadIn(header: string): PaymentPayload | null {
  try {
    const payload = decodePaymentSignatureHeader(header);
    return payload.x402Version === 2 &&
      typeof payload.payload === 'object' &&
      typeof payload.accepted === 'object'
      ? payload
      : null;
  } catch {
    return null;
  }
}

const authorisationKey = (payload: PaymentPayload): string =>
  JSON.stringify(payload.payload['authorization'] ?? null);

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : 'unknown error').slice(0, 200);
