import { apiOriginsOf, type LasoConfig, type NetworkConfig } from '#config/config-schema.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import { centsToUsdcAtomic } from '#domain/money.ts';
import { usCardRequestUrl } from '#laso/get-card.ts';
import type { Challenge, Offer } from '#payments/challenge.ts';
import type { Finding } from '#payments/finding.ts';
import { checkQuote, type OrderLimits, type TrustedTerms } from '#payments/guard.ts';
import { requestQuote } from '#payments/transport.ts';

/** The server's price for one U.S. card, compared with what was ordered. `offer` may be paid only while `findings` is empty. */
export interface UsCardQuote {
  readonly amountCents: number;
  readonly challenge: Challenge;
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
  readonly limits: OrderLimits;
  readonly trusted: TrustedTerms;
}

/** Asks for the price by the unpaid request itself (product.md §4). Throws PaymentError; nothing is paid or signed here. */
export async function quoteUsCard(
  config: LasoConfig,
  { amountCents, networkId }: { amountCents: number; networkId: NetworkId },
  signal?: AbortSignal,
): Promise<UsCardQuote> {
  const requestUrl = usCardRequestUrl(config.apiBaseUrl, amountCents);
  // A U.S. card costs exactly what goes onto it.
  const exactAmountAtomic = centsToUsdcAtomic(amountCents);
  const limits = { requestUrl, exactAmountAtomic, maxAmountAtomic: exactAmountAtomic };
  const trusted = { network: configuredNetwork(config, networkId), apiOrigins: apiOriginsOf(config) };
  const challenge = await requestQuote(requestUrl, { ...(signal && { signal }) });
  return { amountCents, challenge, limits, trusted, ...checkQuote({ challenge, order: limits, trusted }) };
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

/** Whether two quotes ask for the same payment. A difference sends the person back to the review. */
export function sameTerms(before: UsCardQuote, now: UsCardQuote): boolean {
  const terms = ({ offer }: UsCardQuote): string | null => {
    if (!offer) return null;
    const text = [offer.network, offer.asset, offer.payTo, offer.amountAtomic, offer.maxTimeoutSeconds].join(
      ' ',
    );
    // Only in base58 do capitals matter.
    return offer.network === BASE ? text.toLowerCase() : text;
  };
  return now.findings.length === 0 && terms(before) === terms(now);
}
