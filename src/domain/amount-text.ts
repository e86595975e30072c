/**
 * An amount of dollars as servers write it: "$1,050.00", "-$5", "$-5", "5.00-", "(4.10)", "US$ 5", with
 * spaces of any kind in between. A comma divides thousands and nothing else. Amounts that one country reads
 * as thousands and another as a fraction ("12,50", "1.000,00") do not match.
 */
const AMOUNT =
  /^(\()?\s{0,3}([-+\u2212])?\s{0,3}(US\$|USD|\$)?\s{0,3}([-+\u2212])?\s{0,3}(\d{1,13}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.(\d{0,30}))?\s{0,3}(USD|\$)?\s{0,3}([-\u2212])?\s{0,3}(\))?$/i;

interface Decimal {
  negative: boolean;
  /** Digits only. */
  whole: string;
  fraction: string;
}

/** Null where a text is no amount, or may mean two: such a text is never guessed. */
export function readAmountText(text: string): Decimal | null {
  const parts = AMOUNT.exec(text.trim());
  if (!parts) return null;
  const [, open, before, mark, inside, whole = '', fraction = '', markBehind, behind, close] = parts;
  const signs = [before, inside, behind].filter((sign) => sign !== undefined);
  const bracketed = open !== undefined;
  if (bracketed !== (close !== undefined) || signs.length > 1 || (mark && markBehind)) return null;
  // "(+5)" says both.
  if (bracketed && signs[0] === '+') return null;
  const negative = bracketed || (signs.length > 0 && signs[0] !== '+');
  return { negative, whole: whole.replaceAll(',', ''), fraction };
}
