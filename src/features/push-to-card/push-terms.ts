import { centsToUsdcAtomic } from '#domain/money.ts';
import { faceWithinCents, priceOnTopAtomic, type PushRequest } from '#laso/get-push-to-card.ts';

/** What a price means for the recipient. Cents of the transfer's currency; the fee in atomic USDC, null where a rate of exchange is in it. */
export type PushTerms =
  | {
      readonly kind: 'fee-within' | 'fee-on-top';
      readonly recipientCents: number;
      readonly feeAtomic: bigint | null;
    }
  /** Neither document's price: what the recipient gets only the answer will tell. */
  | { readonly kind: 'undocumented'; readonly documentedCents: number }
  /** The server asks the price of the same amount in dollars: it did not hear which currency was wanted. */
  | { readonly kind: 'unheard' };

/** A server may round the price to the cent. */
const CENT_ATOMIC = 10_000n;

/**
 * Laso's two documents read `amount` differently and answer alike, so the price tells them apart: what was asked for (first: the fee is
 * within) or more (newer: the fee is on top). Only the newer one knows currencies.
 */
export function pushTerms({ amountCents, currency }: PushRequest, priceAtomic: bigint): PushTerms {
  const asked = centsToUsdcAtomic(amountCents);
  if (currency === 'EUR' || currency === 'GBP')
    return priceAtomic === asked
      ? { kind: 'unheard' }
      : { kind: 'fee-on-top', recipientCents: amountCents, feeAtomic: null };
  if (priceAtomic === asked) {
    const recipientCents = faceWithinCents(amountCents);
    return { kind: 'fee-within', recipientCents, feeAtomic: asked - centsToUsdcAtomic(recipientCents) };
  }
  const above = priceAtomic - priceOnTopAtomic(amountCents);
  if (above < CENT_ATOMIC && above > -CENT_ATOMIC)
    return { kind: 'fee-on-top', recipientCents: amountCents, feeAtomic: priceAtomic - asked };
  return {
    kind: 'undocumented',
    documentedCents: currency === undefined ? faceWithinCents(amountCents) : amountCents,
  };
}
