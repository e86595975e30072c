import { formatAmount, sameAmount, type CurrencyAmount } from '#domain/currency-amount.ts';

interface GiftCardWorth {
  /** Laso's answer, else what was ordered. */
  readonly amount: CurrencyAmount;
  /** "$50.00": what was ordered, where the answer names another amount. */
  readonly ordered: string | null;
}

/** What a gift card is worth: the answer of the paid order counts. */
export function worthOf(answered: CurrencyAmount | null, ordered: CurrencyAmount): GiftCardWorth {
  const { units, exponent, currency } = ordered;
  if (answered === null || sameAmount(answered, ordered))
    return { amount: { units, exponent, currency: currency ?? answered?.currency ?? null }, ordered: null };
  return {
    amount: { ...answered, currency: answered.currency ?? currency },
    ordered: formatAmount(ordered),
  };
}
