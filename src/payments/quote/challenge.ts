import * as z from 'zod/mini';
import { BASE, SOLANA } from '#domain/chain.ts';
import { decodeBase64Json } from './base64-json.ts';
import { isJsonObject, type JsonObject } from './json-object.ts';
import { PaymentError } from '../payment-error.ts';

/** One way to pay, as the server offers it. Nothing here is trusted before `guard.ts` has compared it. */
export interface Offer {
  readonly scheme: string;
  /** CAIP-2, as `eip155:8453`, in both versions of the protocol. */
  readonly network: string;
  readonly asset: string;
  readonly payTo: string;
  readonly amountAtomic: bigint;
  /** As the server names it, however long; 0 where it names none that can be read. */
  readonly maxTimeoutSeconds: number;
  readonly extra: JsonObject;
  /** Verbatim: the signed payment has to repeat it. */
  readonly raw: JsonObject;
}

/** What the server wants for a request: its 402, read (x402 versions 2 and 1; laso-api.md §3). */
export interface Challenge {
  readonly version: 1 | 2;
  /** The request that was answered with the 402. */
  readonly requestUrl: string;
  /** The resource the challenge itself names; null when it names none. */
  readonly resourceUrl: string | null;
  readonly offers: readonly Offer[];
  readonly raw: JsonObject;
}

const atomicAmount = z.string().check(z.regex(/^\d{1,30}$/));

const offerSchema = z.looseObject({
  scheme: z.string(),
  network: z.string(),
  amount: z.optional(atomicAmount),
  maxAmountRequired: z.optional(atomicAmount),
  asset: z.string(),
  payTo: z.string(),
  maxTimeoutSeconds: z.catch(z.int(), 0),
  extra: z.nullish(z.record(z.string(), z.unknown())),
});

const accepts = z.array(z.unknown()).check(z.minLength(1), z.maxLength(20));
const challengeSchema = z.looseObject({
  x402Version: z.literal(2),
  resource: z.nullish(z.looseObject({ url: z.optional(z.string()) })),
  accepts,
});
const challengeV1Schema = z.looseObject({ x402Version: z.literal(1), accepts });

/** Version 1 names networks by words of its own (specs/x402-specification-v1.md); what it does not know here stays as it is. */
const V1_NETWORKS: ReadonlyMap<string, string> = new Map([
  ['base', BASE],
  ['solana', SOLANA],
]);

/**
 * Reads what came with a 402. Version 2 carries everything in the `PAYMENT-REQUIRED` header, version 1 in the body; Laso's guides show
 * version 2 in the body too (laso-api.md §2.2). The header wins where a server sends both. Throws PaymentError `unreadable-challenge`.
 */
export function readChallenge(
  requestUrl: string,
  answer: { header: string | null; body: unknown },
): Challenge {
  if (answer.header !== null) return version2(requestUrl, decoded(answer.header));
  if (isJsonObject(answer.body) && answer.body['x402Version'] === 1) return version1(requestUrl, answer.body);
  if (isJsonObject(answer.body) && 'accepts' in answer.body) return version2(requestUrl, answer.body);
  throw new PaymentError(
    'unreadable-challenge',
    'Laso asked for payment, but this page may not read the terms: the server does not expose its PAYMENT-REQUIRED header (CORS, Access-Control-Expose-Headers). Nothing was paid. Ask the operator of this page, or Laso support.',
  );
}

function version2(requestUrl: string, raw: unknown): Challenge {
  const parsed = z.safeParse(challengeSchema, raw);
  if (!parsed.success || !isJsonObject(raw)) throw unreadable(parsed.error);
  // An offer of a kind we do not know must not hide the one we can pay.
  const offers = parsed.data.accepts.map(parseOffer).filter((offer) => offer !== null);
  return { version: 2, requestUrl, resourceUrl: parsed.data.resource?.url ?? null, offers, raw };
}

/** In version 1 each offer names the resource; offers that name different ones name none that could be checked. */
function version1(requestUrl: string, raw: JsonObject): Challenge {
  const parsed = z.safeParse(challengeV1Schema, raw);
  if (!parsed.success) throw unreadable(parsed.error);
  const offers = parsed.data.accepts
    .map(parseOffer)
    .filter((offer) => offer !== null)
    .map((offer) => ({ ...offer, network: V1_NETWORKS.get(offer.network) ?? offer.network }));
  const [resource, ...others] = new Set(offers.map((offer) => offer.raw['resource']));
  const resourceUrl = typeof resource === 'string' && others.length === 0 ? resource : null;
  return { version: 1, requestUrl, resourceUrl, offers, raw };
}

function parseOffer(value: unknown): Offer | null {
  const parsed = z.safeParse(offerSchema, value);
  if (!parsed.success || !isJsonObject(value)) return null;
  const { amount, maxAmountRequired, scheme, network, asset, payTo, maxTimeoutSeconds, extra } = parsed.data;
  const atomic = amount ?? maxAmountRequired;
  // Two amounts that differ: nobody can say which of them would be charged.
  if (atomic === undefined || (maxAmountRequired !== undefined && maxAmountRequired !== atomic)) return null;
  return {
    scheme,
    network,
    asset,
    payTo,
    amountAtomic: BigInt(atomic),
    maxTimeoutSeconds,
    extra: extra ?? {},
    raw: value,
  };
}

function decoded(header: string): unknown {
  try {
    return decodeBase64Json(header);
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause: unknown) =>
  new PaymentError(
    'unreadable-challenge',
    'Laso asked for payment in a form this dashboard does not understand. Nothing was paid. Try again later, or ask Laso support.',
    { cause },
  );
