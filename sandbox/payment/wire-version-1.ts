import type { PaymentRequired, PaymentRequirements, PaymentRequirementsV1 } from '@x402/core/types';
import * as z from 'zod/mini';
import { BASE, SOLANA } from '#domain/chain.ts';
import { NO_STORE, type PaymentWire } from './wire.ts';

/** Version 1's own words for networks. */
const WORDS: ReadonlyMap<string, string> = new Map([
  [BASE, 'base'],
  [SOLANA, 'solana'],
]);
const headerV1 = z.object({
  x402Version: z.literal(1),
  scheme: z.literal('exact'),
  network: z.enum(['base', 'solana']),
  payload: z.record(z.string(), z.unknown()),
});

/**
 * Version 1 (x402, specs/x402-specification-v1.md and transports-v1/http.md): the challenge in the body,
 * networks by words, `X-PAYMENT` in, `X-PAYMENT-RESPONSE` out. A payment does not name the accepted offer:
 * only its amount shows whether it is enough.
 */
export const version1: PaymentWire = {
  header: (c) => c.req.header('x-payment'),
  payload: (header, offers) => {
    const parsed = z.safeParse(headerV1, jsonIn(header));
    const accepted = offers.find(
      (offer) => parsed.success && version1.networkName(offer.network) === parsed.data.network,
    );
    return parsed.success && accepted ? { x402Version: 2, payload: parsed.data.payload, accepted } : null;
  },
  challenge: (c, required) =>
    c.json(
      {
        x402Version: required.x402Version === 2 ? 1 : required.x402Version,
        error: required.error,
        accepts: required.accepts.map(offerV1(required)),
      },
      402,
      NO_STORE,
    ),
  receipt: (settled) => [
    'X-PAYMENT-RESPONSE',
    base64({ ...settled, network: version1.networkName(settled.network) }),
  ],
  networkName: (network) => WORDS.get(network) ?? network,
};

type OfferV1 = Omit<PaymentRequirementsV1, 'network' | 'outputSchema'> & {
  network: string;
};

/** It has no `outputSchema`: clients of version 1 (x402-fetch) refuse null there, so it is left out. */
const offerV1 =
  ({ resource }: PaymentRequired) =>
  (offer: PaymentRequirements): OfferV1 => ({
    scheme: offer.scheme,
    network: version1.networkName(offer.network),
    maxAmountRequired: offer.amount,
    resource: resource.url,
    description: resource.description ?? '',
    mimeType: resource.mimeType ?? '',
    payTo: offer.payTo,
    maxTimeoutSeconds: offer.maxTimeoutSeconds,
    asset: offer.asset,
    extra: offer.extra,
  });

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

function jsonIn(header: string): unknown {
  try {
    return JSON.parse(Buffer.from(header, 'base64').toString());
  } catch {
    return null;
  }
}
