/**
 * What a person typed into an amount field: the smallest units of the currency, or the sentence that says why
 * not. Nothing is ever rounded.
 */
export type TypedAmount = { units: number; problem: null } | { units: null; problem: string };

interface AmountField {
  /** What the field says of a text that is no amount: "Enter an amount in dollars, such as 50 or 49.95." */
  otherwise: string;
  /** Its sign or code may stand before or behind the figure; that of another currency is refused. */
  currency?: string | null;
  /** Decimals of the smallest unit: 2 for cents. */
  exponent?: number;
}

const ONLY_DIGITS = 'Write the amount in the digits 0 to 9, without separators for thousands: 1000 or 49.95.';
const SIGNS = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
]);

/**
 * The one reader of typed amounts. A comma or a point is a decimal sign where one or two digits follow it
 * ("49,95", "49.95"); what one country reads as thousands and another as a fraction ("1,000", "1.000", "1
 * 000", "1'000") is refused, never guessed.
 */
export function readTypedAmount(
  text: string,
  { otherwise, currency = 'USD', exponent = 2 }: AmountField,
): TypedAmount {
  const figure = withoutCurrency(text.trim(), currency ?? '');
  const [, whole, digits = ''] = /^(\d{1,12})(?:[.,](\d{0,3}))?$/.exec(figure) ?? [];
  // Thousands are never written after a zero: "0.125" is finer than a cent, where a currency is.
  const isFraction = digits.length < 3 || (exponent > 2 && Number(whole) === 0);
  const fraction = digits.replace(/0{1,3}$/, '');
  if (whole && isFraction && fraction.length <= exponent)
    return { units: Number(`${whole}${fraction.padEnd(exponent, '0')}`), problem: null };
  return { units: null, problem: NOT_PLAIN.test(figure) ? ONLY_DIGITS : otherwise };
}

/** Digits of another script anywhere, or digits with anything that divides them. */
const NOT_PLAIN = /[^\P{Nd}0-9]|^\d[\d\s.,'`´’‘_]*\d$/u;

/** "$50", "50 €" and "50 EUR" without what names the field's own currency, once. */
function withoutCurrency(text: string, currency: string): string {
  const upper = text.toUpperCase();
  for (const name of [currency, SIGNS.get(currency) ?? currency]) {
    if (upper.startsWith(name)) return text.slice(name.length).trimStart();
    if (upper.endsWith(name)) return text.slice(0, -name.length).trimEnd();
  }
  return text;
}
