import { apiOriginsOf } from '#config/api-origins.ts';
import type { LasoConfig, NetworkConfig } from '#config/config-schema.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import type { Challenge, Offer } from '#payments/quote/challenge.ts';
import type { Finding } from '#payments/quote/finding.ts';
import { checkQuote, chooseOffer, type OrderLimits, type TrustedTerms } from '#payments/quote/guard.ts';
import type { Product, OrderWords } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { limitsOf, priceDeviation, type PriceDeviation } from '#payments/quote/price-rule.ts';
import { signedSecondsOf } from '#payments/quote/signed-life.ts';
import { requestQuote } from '#payments/quote/transport.ts';

/** The server's price for one order, compared with what was ordered. `offer` may be paid only while `findings` is empty. */
export interface OrderQuote<O extends Order = Order> {
  readonly order: O;
  readonly words: OrderWords;
  readonly challenge: Challenge;
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
  /** Another price than the documented formula's: to be shown, and far above it to be typed. */
  readonly deviation: PriceDeviation | null;
  readonly limits: OrderLimits;
  readonly trusted: TrustedTerms;
}

/** Asks for the price by the unpaid request itself (product.md §4). Throws PaymentError; nothing is paid or signed here. */
export async function quoteOrder<O extends Order, Delivered>(
  config: LasoConfig,
  product: Product<O, Delivered>,
  { order, networkId }: { order: O; networkId: NetworkId },
  signal?: AbortSignal,
): Promise<OrderQuote<O>> {
  const requestUrl = product.requestUrl(config.apiBaseUrl, order);
  const trusted = { network: configuredNetwork(config, networkId), apiOrigins: apiOriginsOf(config) };
  const challenge = await requestQuote(requestUrl, { ...(signal && { signal }) });
  const rule = product.price(order);
  const limits = limitsOf(rule, requestUrl, chooseOffer(challenge, trusted.network));
  const { offer, findings: guarded } = checkQuote({ challenge, limits, trusted });
  const objections = offer && product.objections?.(order, offer.amountAtomic);
  const findings = [...guarded, ...(objections ?? [])];
  const words = product.words(order, offer?.amountAtomic ?? 0n, null);
  const deviation = offer && priceDeviation(rule, offer.amountAtomic);
  return { order, words, challenge, offer, findings, deviation, limits, trusted };
}

/** How long the signature is good for, in words; a Solana payment lives as long as its blockhash. */
export function signedLife(offer: Offer | null): string {
  if (!offer || offer.network !== BASE) return 'about a minute';
  const seconds = signedSecondsOf(offer);
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes at most`;
}

/** Where one can pay: the networks the operator configured, each with a recipient; Base first. */
export const payableNetworks = ({ networks }: LasoConfig): NetworkId[] =>
  networks
    .filter(({ payTo }) => payTo.length > 0)
    .map(({ id }) => id)
    .toSorted((left, right) => Number(right === BASE) - Number(left === BASE));

function configuredNetwork(config: LasoConfig, networkId: NetworkId): NetworkConfig {
  const network = config.networks.find(({ id }) => id === networkId);
  if (!network) throw new Error(`The operator has not configured the network ${networkId}.`);
  return network;
}
