import { formatAmount, type CurrencyAmount } from './currency-amount.ts';
import { searchText, searchWords } from './search-text.ts';

/**
 * One product of Laso's catalog. All amounts are integers of 10^−`exponent` of its currency. `denominations`:
 * only these may be ordered; else a range with steps, as far as Laso says. Texts are Laso's, to be shown as
 * text.
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

/**
 * Laso's limits of an order, applied here to dollars only: of other currencies it means the converted value
 * (laso-api.md).
 */
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

/** The fixed amounts that may be ordered, possibly none; null where any amount within the limits may. */
export function orderableDenominations(product: GiftCardProduct): readonly number[] | null {
  const { least, most } = limitsOf(product);
  const fits = (units: number) => (least === null || units >= least) && (most === null || units <= most);
  return product.denominations?.filter(fits) ?? null;
}

/**
 * Laso's own limit where it leaves out some of the fixed amounts: "Laso sells gift cards from $5.00 to
 * $9,000.00."
 */
export function leftOutText(product: GiftCardProduct): string | null {
  const { denominations } = product;
  if (!denominations || orderableDenominations(product)?.length === denominations.length) return null;
  const { least, most } = limitsOf(product);
  const [smallest = 0] = denominations;
  if (least !== null && smallest < least)
    return `Laso sells gift cards from ${formatAmount(amountOf(product, least))}; smaller amounts are left out.`;
  return `Laso sells gift cards up to ${formatAmount(amountOf(product, most ?? 0))}; larger amounts are left out.`;
}

/** Why an amount cannot be ordered, or null. Exact: steps are compared as integers. */
export function amountProblem(product: GiftCardProduct, units: number): string | null {
  const say = (of: number): string => formatAmount(amountOf(product, of));
  const { least, most } = limitsOf(product);
  const { denominations, incrementUnits, minUnits, maxUnits } = product;
  if (units <= 0) return 'Enter an amount above zero.';
  if (least !== null && units < least)
    return least === minUnits
      ? `The smallest amount of this gift card is ${say(least)}.`
      : `Laso sells gift cards from ${say(least)}.`;
  if (most !== null && units > most)
    return most === maxUnits
      ? `The largest amount of this gift card is ${say(most)}.`
      : `Laso sells gift cards up to ${say(most)}.`;
  if (denominations) return denominations.includes(units) ? null : 'Choose one of the amounts.';
  // Laso does not say from where the steps count: what fits either way is left to its own answer.
  if (incrementUnits && units % incrementUnits !== 0 && (units - (minUnits ?? 0)) % incrementUnits !== 0)
    return `This gift card comes in steps of ${say(incrementUnits)}.`;
  return null;
}

/**
 * "$5.00 to $500.00", "10.00, 25.00 or 50.00 EUR": the code once, behind all of them; null when nothing is
 * known.
 */
export function amountsText(product: GiftCardProduct): string | null {
  const { currency } = product;
  const say = (units: number): string => formatAmount(amountOf(product, units));
  // All but the last without the code: "$" is short, "EUR" four times is not.
  const bare = (units: number): string =>
    currency === null ? say(units) : say(units).replace(` ${currency}`, '');
  const denominations = orderableDenominations(product);
  if (denominations) {
    const last = denominations.at(-1);
    const [first] = denominations;
    if (last === undefined || first === undefined) return 'Not for sale in these amounts';
    if (denominations.length > 4) return `${bare(first)} to ${say(last)}, ${denominations.length} amounts`;
    const others = denominations.slice(0, -1).map(bare).join(', ');
    return others === '' ? say(last) : `${others} or ${say(last)}`;
  }
  const { least, most } = limitsOf(product);
  if (least !== null && most !== null) return least === most ? say(least) : `${bare(least)} to ${say(most)}`;
  if (least !== null) return `From ${say(least)}`;
  return most === null ? null : `Up to ${say(most)}`;
}

/** Finds products by typed words: every word occurs in the name. */
export function nameMatcher(typed: string): (product: Pick<GiftCardProduct, 'name'>) => boolean {
  const words = searchWords(typed);
  return (product) => {
    const name = searchedName(product);
    return words.every((word) => name.includes(word));
  };
}

const searchedNames = new WeakMap<Pick<GiftCardProduct, 'name'>, string>();

function searchedName(product: Pick<GiftCardProduct, 'name'>): string {
  const known = searchedNames.get(product);
  if (known !== undefined) return known;
  const name = searchText(product.name);
  searchedNames.set(product, name);
  return name;
}
