/** Builders for the tests of this folder: the challenge Laso's documents describe, and one member of it changed. */
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { readChallenge, type Challenge } from '../quote/challenge.ts';
import { checkQuote, type OrderLimits, type TrustedTerms } from '../quote/guard.ts';
import { reviewOrder, type ReviewedOrder } from '../quote/order-review.ts';
import type { Settlement } from '../pay/settlement.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';
import type { PaidAnswer } from '../quote/transport.ts';

export const ORIGIN = 'https://laso.finance';
export const REQUEST_URL = `${ORIGIN}/get-card?amount=50&format=json`;
export const PAYER = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
export const USDC = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
export const LASO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
export const FIFTY = 50_000_000n;

export const NETWORK: NetworkConfig = {
  id: BASE,
  rpcUrl: 'http://127.0.0.1:1',
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://basescan.org',
};
export const TRUSTED: TrustedTerms = { network: NETWORK, apiOrigins: [ORIGIN] };
export const LIMITS: OrderLimits = {
  requestUrl: REQUEST_URL,
  exactAmountAtomic: FIFTY,
  maxAmountAtomic: FIFTY,
};

export const offerRaw = {
  scheme: 'exact',
  network: BASE,
  amount: '50000000',
  asset: USDC,
  payTo: LASO,
  maxTimeoutSeconds: 300,
  extra: { name: 'USD Coin', version: '2' } as Record<string, unknown>,
};
export const challengeRaw = {
  x402Version: 2,
  error: 'Payment required',
  resource: { url: REQUEST_URL, description: 'A card', mimeType: 'application/json' },
  accepts: [offerRaw as Record<string, unknown>],
};

/** The same in x402 version 1: everything in the body. */
export const challengeV1Raw = {
  x402Version: 1,
  error: 'X-PAYMENT header is required',
  accepts: [
    {
      scheme: 'exact',
      network: 'base',
      maxAmountRequired: '50000000',
      resource: REQUEST_URL,
      description: 'A card',
      mimeType: 'application/json',
      payTo: LASO,
      maxTimeoutSeconds: 300,
      asset: USDC,
      extra: { name: 'USD Coin', version: '2' },
    },
  ],
};

export const encoded = (value: unknown): string =>
  Buffer.from(JSON.stringify(value), 'utf8').toString('base64');
export const challengeOf = (raw: unknown, requestUrl = REQUEST_URL): Challenge =>
  readChallenge(requestUrl, { header: encoded(raw), body: {} });
/** The documented challenge with members of its one offer replaced. */
export const challengeWith = (offer: Record<string, unknown>): Challenge =>
  challengeOf({ ...challengeRaw, accepts: [{ ...offerRaw, ...offer }] });

export function reviewOf(
  changes: Partial<ReviewedOrder> = {},
  challenge: Challenge = challengeOf(challengeRaw),
): ReviewedOrder {
  const { offer } = checkQuote({ challenge, limits: LIMITS, trusted: TRUSTED });
  if (!offer) throw new Error('The documented challenge has no offer.');
  const review = reviewOrder({
    challenge,
    offer,
    limits: LIMITS,
    trusted: TRUSTED,
    payer: PAYER,
    accountOnScreen: null,
    order: { kind: 'us-card', amountCents: 5000 },
    nowMs: 1_000,
    orderId: 'order-1',
  });
  return { ...review, ...changes };
}

export const signedPayment = (changes: Partial<SignedPayment> = {}): SignedPayment => ({
  network: BASE,
  payer: PAYER,
  headerName: 'PAYMENT-SIGNATURE',
  headerValue: 'c2lnbmVk',
  nonce: `0x${'ab'.repeat(32)}`,
  validAfterSec: 0,
  validBeforeSec: 4_000_000_000,
  ...changes,
});

/** An answer to a paid request in Laso's own form, unless `contentType` says otherwise. */
export const answered = (
  status: number,
  body: unknown,
  settlement: Settlement | null = null,
  contentType: string | null = 'application/json',
): PaidAnswer => ({ kind: 'answered', status, contentType, body, settlement });
