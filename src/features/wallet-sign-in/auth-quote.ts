import { apiOriginsOf } from '#config/api-origins.ts';
import type { LasoConfig, NetworkConfig } from '#config/config-schema.ts';
import { authRequestUrl } from '#laso/sign-in-with-x-request.ts';
import type { Challenge, Offer } from '#payments/quote/challenge.ts';
import type { Finding } from '#payments/quote/finding.ts';
import { checkQuote, type OrderLimits, type TrustedTerms } from '#payments/quote/guard.ts';
import { requestQuote } from '#payments/quote/transport.ts';

/** What signing in by payment costs. `offer` may be paid only while `findings` is empty. */
export interface AuthQuote {
  readonly challenge: Challenge;
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
  readonly limits: OrderLimits;
  readonly trusted: TrustedTerms;
}

/** $0.001, as Laso documents it (laso-api.md §1.3). Another price is pointed out. */
export const AUTH_PRICE_ATOMIC = 1_000n;
/** One cent: more is no price for a sign-in, and is refused. */
const MAX_PRICE_ATOMIC = 10_000n;

/** Asks for the price by the unpaid request itself. Throws PaymentError; nothing is paid or signed here. */
export async function quoteAuth(
  config: LasoConfig,
  network: NetworkConfig,
  signal?: AbortSignal,
): Promise<AuthQuote> {
  const requestUrl = authRequestUrl(config.apiBaseUrl);
  const limits = { requestUrl, maxAmountAtomic: MAX_PRICE_ATOMIC };
  const trusted = { network, apiOrigins: apiOriginsOf(config) };
  const challenge = await requestQuote(requestUrl, { ...(signal && { signal }) });
  return { challenge, limits, trusted, ...checkQuote({ challenge, limits, trusted }) };
}
