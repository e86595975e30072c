import { formatAmount, type CurrencyAmount } from './currency-amount.ts';

/**
 * One product of Laso's catalogue. All amounts are integers of 10^−`exponent` of its currency. `denominations`: only these may be ordered; else
 * a range with steps, as far as Laso says. Texts are Laso's, to be shown as text.
 */
export interface GiftCardProduct {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  /** ISO 3166-1 alpha-2; null: several countries, or not said. */
  readonly country: string | null;
  readonly currency: string | null;
  readonly exponent: number;
  readonly minUnits: number | null;
  readonly maxUnits: number | null;
  readonly incrementUnits: number | null;
  readonly denominations: readonly number[] | null;
  readonly pictureUrl: string | null;
  readonly brandDescription: string | null;
  readonly redemptionInstructions: string | null;
}

/** Laso's limits of an order, applied here to dollars only: of other currencies it means the converted value (laso-api.md). */
const LEAST_DOLLARS = 5;
const MOST_DOLLARS = 9_000;

export const amountOf = (product: GiftCardProduct, units: number): CurrencyAmount => ({
  units,
  exponent: product.exponent,
  currency: product.currency,
});

/** The smallest and the largest amount that may be ordered; null where Laso sets no limit. */
export function limitsOf(product: GiftCardProduct): { least: number | null; most: number | null } {
  const { minUnits, maxUnits, currency, exponent } = product;
  if (currency !== 'USD') return { least: minUnits, most: maxUnits };
  const dollar = 10 ** exponent;
  return {
    least: Math.max(minUnits ?? 0, LEAST_DOLLARS * dollar),
    most: Math.min(maxUnits ?? Infinity, MOST_DOLLARS * dollar),
  };
}

/** Why an amount cannot be ordered, or null. Exact: steps are compared as integers. */
export function amountProblem(product: GiftCardProduct, units: number): string | null {
  const say = (of: number): string => formatAmount(amountOf(product, of));
  const { least, most } = limitsOf(product);
  if (units <= 0) return 'Enter an amount above zero.';
  if (least !== null && units < least) return `The smallest amount of this gift card is ${say(least)}.`;
  if (most !== null && units > most) return `The largest amount of this gift card is ${say(most)}.`;
  const { denominations, incrementUnits, minUnits } = product;
  if (denominations) return denominations.includes(units) ? null : 'Choose one of the amounts.';
  // Laso does not say from where the steps count: what fits either way is left to its own answer.
  if (incrementUnits && units % incrementUnits !== 0 && (units - (minUnits ?? 0)) % incrementUnits !== 0)
    return `This gift card comes in steps of ${say(incrementUnits)}.`;
  return null;
}

/** "$5.00 to $500.00", "$10.00, $25.00 or $50.00"; null when nothing is known. */
export function amountsText(product: GiftCardProduct): string | null {
  const say = (of: number): string => formatAmount(amountOf(product, of));
  const { denominations } = product;
  if (denominations) {
    const shown = denominations.map(say);
    if (shown.length > 4) return `${shown[0]} to ${shown.at(-1)}, ${shown.length} amounts`;
    return [shown.slice(0, -1).join(', '), shown.at(-1)].filter(Boolean).join(' or ');
  }
  const { least, most } = limitsOf(product);
  if (least !== null && most !== null) return least === most ? say(least) : `${say(least)} to ${say(most)}`;
  if (least !== null) return `From ${say(least)}`;
  return most === null ? null : `Up to ${say(most)}`;
}

/** Finds products by what somebody types: every word occurs in the name. */
export function nameMatcher(typed: string): (product: Pick<GiftCardProduct, 'name'>) => boolean {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return (product) => {
    const name = product.name.toLowerCase();
    return words.every((word) => name.includes(word));
  };
}
