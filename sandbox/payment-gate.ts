import { x402ResourceServer } from '@x402/core/server';
import type { PaymentRequirements } from '@x402/core/types';
import {
  declarePaymentIdentifierExtension,
  extractPaymentIdentifier,
  PAYMENT_IDENTIFIER,
} from '@x402/extensions/payment-identifier';
import { patched } from './control/patched.ts';
import {
  faultRequestOf,
  type Charge,
  type PaymentGate,
  type RequestContext,
  type SandboxContext,
} from './context.ts';
import type { PaymentNetwork } from './facilitator/payment-network.ts';
import { authorizationKey } from './payment/authorization-key.ts';
import { createOneAtATime } from './payment/one-at-a-time.ts';
import { settleAndDeliver } from './payment/settle-and-deliver.ts';
import { wireOf } from './payment/wire-of.ts';

/** The payment half of every paid route, as laso-api.md §3 describes its wire format. */
export async function createPaymentGate(
  networks: readonly PaymentNetwork[],
  context: () => SandboxContext,
): Promise<PaymentGate> {
  const server = new x402ResourceServer(networks.map(({ facilitator }) => facilitator));
  for (const { id, scheme } of networks) server.register(id, scheme);
  await server.initialize();
  // The same authorization sent twice at once is settled once; the second waits and is then refused as used.
  // The same goes for an id.
  const oneAtATime = createOneAtATime();

  /** Laso's order: Base first. */
  async function requirementsFor(charge: Charge): Promise<PaymentRequirements[]> {
    const each = networks.map(({ id, payTo, usdc, extra, maxTimeoutSeconds }) =>
      server.buildPaymentRequirements({
        scheme: 'exact',
        network: id,
        payTo,
        price: { asset: usdc, amount: String(charge.atomic), extra },
        maxTimeoutSeconds: context().switches.maxTimeoutSeconds ?? maxTimeoutSeconds,
      }),
    );
    return (await Promise.all(each)).flat();
  }

  async function challenge(
    c: RequestContext,
    requirements: PaymentRequirements[],
    charge: Charge,
    error: string,
  ): Promise<Response> {
    const { faults, switches, resourceUrl } = context();
    const resource = { url: resourceUrl(c), description: charge.description, mimeType: 'application/json' };
    const extensions = {
      ...charge.extensions?.(c),
      ...(switches.paymentIdentifier && { [PAYMENT_IDENTIFIER]: declarePaymentIdentifierExtension() }),
    };
    const offered = Object.keys(extensions).length > 0 ? extensions : undefined;
    const required = await server.createPaymentRequiredResponse(requirements, resource, error, offered);
    const fault = faults.take('changed-challenge', faultRequestOf(c));
    return wireOf(switches.x402Version).challenge(c, fault ? patched(required, fault.patch) : required);
  }

  return {
    ask: async (c, charge, error) => challenge(c, await requirementsFor(charge), charge, error),
    charge: async (c, charge, deliver) => {
      const { switches, idempotency } = context();
      const wire = wireOf(switches.x402Version);
      const requirements = await requirementsFor(charge);
      const ask = (error: string): Promise<Response> => challenge(c, requirements, charge, error);

      const header = wire.header(c);
      if (header === undefined) return ask('Payment required');
      const payload = wire.payload(header, requirements);
      if (!payload) return ask('invalid_payload');
      const matching = server.findMatchingRequirements(requirements, payload);
      if (!matching) return ask('No matching payment requirements');

      const paymentId = switches.paymentIdentifier ? extractPaymentIdentifier(payload) : null;
      const network = networks.find(({ id }) => id === matching.network);
      const pay = (idTaken: boolean): Promise<Response> =>
        oneAtATime(`payment ${authorizationKey(payload)}`, () =>
          settleAndDeliver(context(), server, {
            c,
            charge,
            deliver,
            payload,
            matching,
            network,
            wire,
            ask,
            idTaken,
            remember: async (answer) => {
              if (paymentId !== null) await idempotency.remember(paymentId, header, answer);
            },
          }),
        );
      if (paymentId === null) return pay(false);
      return oneAtATime(`id ${paymentId}`, async () => {
        const known = idempotency.find(paymentId, header);
        return known instanceof Response ? known : pay(known === 'conflict');
      });
    },
  };
}
