import type { ProductKind } from '#domain/product-kind.ts';
import type { Challenge, Offer } from './challenge.ts';
import { checkOffer, type OrderLimits, type TrustedTerms } from './guard.ts';
import type { JsonObject } from './json-object.ts';
import { PaymentError } from '../payment-error.ts';
import { newPaymentId } from './payment-identifier.ts';
import { refuseWithoutHttps } from '../pay/needs-https.ts';
import { signedSecondsOf } from './signed-life.ts';

/** What is bought, as the journal keeps it: plain JSON, nothing secret. A product may add members of its own. */
export interface Order {
  readonly kind: ProductKind;
  /** The `amount` of the request, in cents of its currency. */
  readonly amountCents: number;
  /** Which one of its kind, where there are many: `laso_server_id`. */
  readonly id?: string;
}

/**
 * The order as the person saw it: plain JSON data. What is signed must equal it in every field (`evm/signer.ts`);
 * nothing else decides what may be paid.
 */
export interface ReviewedOrder {
  /** Becomes the journal row's id, so that one review is paid at most once, ever. After "not charged", review again. */
  readonly orderId: string;
  readonly requestUrl: string;
  readonly network: string;
  readonly asset: string;
  readonly payTo: string;
  /** Atomic USDC as a decimal string, so that the review stays plain JSON. */
  readonly amountAtomic: string;
  /** The server's own term: echoed to it, never what is signed. */
  readonly maxTimeoutSeconds: number;
  /** What is signed ends so many seconds after it was asked for (signed-life.ts). */
  readonly signedSeconds: number;
  /** EIP-712; empty on Solana. */
  readonly domain: { readonly name: string; readonly version: string };
  readonly challengeRaw: JsonObject;
  readonly offerRaw: JsonObject;
  /** The account the page showed while this was reviewed (an `AccountId`), or null when nobody was signed in. */
  readonly accountOnScreen: string | null;
  /** The wallet address that pays: the one shown in the review. */
  readonly payer: string;
  readonly product: Order;
  /** x402's `payment-identifier`: random, made here when the server offers the extension, else null. */
  readonly paymentId: string | null;
  /** The journal row this is another try of, proven not charged; else null. */
  readonly retryOf: string | null;
  readonly reviewedAtMs: number;
}

interface ReviewInput {
  readonly challenge: Challenge;
  readonly offer: Offer;
  readonly limits: OrderLimits;
  readonly trusted: TrustedTerms;
  readonly payer: string;
  readonly accountOnScreen: string | null;
  readonly order: Order;
  readonly nowMs: number;
  readonly retryOf?: string | null;
  /** Random by default; for tests. */
  readonly orderId?: string;
}

/** The only way to a `ReviewedOrder`: the guard passes first. Throws PaymentError `guard` with its findings, or `storage`; nothing is signed then. */
export function reviewOrder(input: ReviewInput): ReviewedOrder {
  refuseWithoutHttps();
  const { challenge, offer, limits, trusted } = input;
  const findings = checkOffer({ challenge, offer, limits, trusted, payer: input.payer });
  if (findings.length > 0) throw guardError(findings);
  return {
    orderId: input.orderId ?? crypto.randomUUID(),
    requestUrl: challenge.requestUrl,
    network: offer.network,
    asset: offer.asset,
    payTo: offer.payTo,
    amountAtomic: offer.amountAtomic.toString(),
    maxTimeoutSeconds: offer.maxTimeoutSeconds,
    signedSeconds: signedSecondsOf(offer),
    domain: { name: String(offer.extra['name'] ?? ''), version: String(offer.extra['version'] ?? '') },
    challengeRaw: challenge.raw,
    offerRaw: offer.raw,
    accountOnScreen: input.accountOnScreen,
    payer: input.payer,
    product: input.order,
    paymentId: newPaymentId(challenge.raw),
    retryOf: input.retryOf ?? null,
    reviewedAtMs: input.nowMs,
  };
}

const guardError = (findings: PaymentError['findings']) =>
  new PaymentError(
    'guard',
    'The payment Laso asks for is not the one you ordered. Nothing was signed and nothing was paid.',
    {
      findings,
    },
  );
