import type { LasoConfig } from '#config/config-schema.ts';
import { PUSH_MIN_CENTS, pushRequestUrl } from '#laso/get-push-to-card.ts';
import { requestQuote } from '#payments/quote/transport.ts';
import { pushTerms } from './push-terms.ts';

/**
 * Whether Laso sends more than U.S. dollars, asked by an unpaid request for ten euros: a server that hears `currency` names another price than
 * ten USDC, one that does not hear it names that (laso-api.md §3.2). Only when a person asks: paid routes are never called
 * ahead. Throws PaymentError; nothing is paid.
 */
export async function servesCurrencies({ apiBaseUrl }: LasoConfig): Promise<boolean> {
  const probe = { amountCents: PUSH_MIN_CENTS, currency: 'EUR' } as const;
  const { offers } = await requestQuote(pushRequestUrl(apiBaseUrl, probe));
  return (
    offers.length > 0 && offers.every(({ amountAtomic }) => pushTerms(probe, amountAtomic).kind !== 'unheard')
  );
}
