import type { NetworkConfig } from '#config/config-schema.ts';
import { networkName } from '#domain/chain.ts';
import { formatUsdc } from '#domain/money.ts';
import type { Challenge, Offer } from './challenge.ts';
import type { Finding, FindingCode } from './finding.ts';
import { checkEvmTerms } from './guard-evm.ts';
import { checkResource } from './guard-resource.ts';
import { checkSolanaTerms } from './guard-solana.ts';
import { LEAST_TIMEOUT_SECONDS } from './signed-life.ts';

/** What the person agreed to: `exactAmountAtomic` where the price is known (U.S. cards), else never above `maxAmountAtomic`. Atomic USDC. */
export interface OrderLimits {
  readonly requestUrl: string;
  readonly exactAmountAtomic?: bigint;
  readonly maxAmountAtomic: bigint;
}

/** What the operator configured: the only recipients, token and origins that are ever paid. */
export interface TrustedTerms {
  readonly network: NetworkConfig;
  readonly apiOrigins: readonly string[];
}

interface OfferToCheck {
  readonly challenge: Challenge;
  readonly offer: Offer;
  readonly limits: OrderLimits;
  readonly trusted: TrustedTerms;
  /** The paying wallet, once it is known. */
  readonly payer?: string;
}

/**
 * The offer to show and check for this network: the one in plain USDC if there are several, else the first, so that the guard
 * can say what is wrong with it; null when the network is not offered at all.
 */
export function chooseOffer(challenge: Challenge, network: NetworkConfig): Offer | null {
  const offers = challenge.offers.filter((offer) => offer.network === network.id);
  const plain = offers.find(
    ({ scheme, asset, extra }) =>
      scheme === 'exact' &&
      asset.toLowerCase() === network.usdc.toLowerCase() &&
      (extra['assetTransferMethod'] ?? 'eip3009') === 'eip3009',
  );
  return plain ?? offers[0] ?? null;
}

/** What to say when `chooseOffer` found nothing. */
const noOffer = (challenge: Challenge, network: NetworkConfig): Finding => ({
  code: 'no-offer',
  sentence: `Laso does not take this payment on ${networkName(network.id)}. Nothing was signed.`,
  expected: network.id,
  got: challenge.offers.map((offer) => offer.network).join(', ') || 'no readable offer',
});

/** Offer and verdict at once, as a page needs them after the quote: `findings` empty means `offer` may go to review. */
export function checkQuote({ challenge, limits, trusted }: Omit<OfferToCheck, 'offer' | 'payer'>): {
  offer: Offer | null;
  findings: Finding[];
} {
  const offer = chooseOffer(challenge, trusted.network);
  if (!offer) return { offer, findings: [noOffer(challenge, trusted.network)] };
  return { offer, findings: checkOffer({ challenge, offer, limits, trusted }) };
}

/** Pure. Every difference that forbids a signature (lessons.md S20); empty = what the server asks for is what was ordered. */
export function checkOffer({ challenge, offer, limits, trusted, payer }: OfferToCheck): Finding[] {
  const { network } = trusted;
  const evm = network.id.startsWith('eip155:');
  const findings: Finding[] = [];
  const must = (fits: boolean, code: FindingCode, what: string, expected: string, got: string): void => {
    if (!fits)
      findings.push({
        code,
        expected,
        got,
        sentence: `${what}: expected ${expected}, got ${got}. Nothing was signed.`,
      });
  };
  const same = (left: string, right: string): boolean =>
    evm ? left.toLowerCase() === right.toLowerCase() : left === right;

  must(
    challenge.raw['x402Version'] === challenge.version && (challenge.version === 2 || evm),
    'version',
    'The payment protocol differs',
    evm ? 'x402 version 2 or 1' : 'x402 version 2',
    `version ${String(challenge.raw['x402Version'])}`,
  );
  must(
    challenge.offers.includes(offer),
    'no-offer',
    'The offer is not part of this challenge',
    'an offer of this challenge',
    'another one',
  );
  must(
    offer.network === network.id,
    'network',
    'The network differs',
    networkName(network.id),
    networkName(offer.network),
  );
  must(offer.scheme === 'exact', 'scheme', 'The payment scheme differs', 'exact', offer.scheme);
  must(same(offer.asset, network.usdc), 'asset', 'The token is not USDC', network.usdc, offer.asset);
  must(
    network.payTo.some((address) => same(address, offer.payTo)),
    'recipient',
    'The recipient is not Laso',
    network.payTo.join(' or '),
    offer.payTo,
  );
  findings.push(...(evm ? checkEvmTerms(offer) : checkSolanaTerms(offer, payer ?? null)));
  // Name and default as @x402/evm reads them: `extra.assetTransferMethod ?? "eip3009"`.
  const method = offer.extra['assetTransferMethod'] ?? 'eip3009';
  must(
    method === 'eip3009',
    'transfer-method',
    'The transfer method differs',
    'a single USDC transfer',
    text(method),
  );
  const flow = offer.extra['paymentFlow'] ?? 'authorization';
  must(
    flow === 'authorization' || flow === 'upfront',
    'transfer-method',
    'The payment flow differs',
    'a single transfer',
    text(flow),
  );
  const seconds = offer.maxTimeoutSeconds;
  must(
    Number.isInteger(seconds) && seconds >= LEAST_TIMEOUT_SECONDS,
    'timeout',
    'The server leaves too little time to pay',
    `at least ${LEAST_TIMEOUT_SECONDS} seconds`,
    seconds === 0 ? 'no readable time' : `${seconds} seconds`,
  );
  const { exactAmountAtomic: exact, maxAmountAtomic: max } = limits;
  const amount = offer.amountAtomic;
  must(
    amount > 0n && amount <= max && (exact === undefined || amount === exact),
    'amount',
    'The price differs',
    exact === undefined ? `at most ${formatUsdc(max)} USDC` : `${formatUsdc(exact)} USDC`,
    `${formatUsdc(amount)} USDC`,
  );
  return [...findings, ...checkResource(challenge, limits.requestUrl, trusted.apiOrigins)];
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
