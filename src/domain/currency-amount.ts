import { groupedDigits, withoutEndZeros } from './cut-end.ts';

/** An amount in any currency: `units` of 10^−`exponent` of it. 12.5 EUR with exponent 2 is 1250 units. */
export interface CurrencyAmount {
  readonly units: number;
  readonly exponent: number;
  /** ISO 4217, in capitals; null when unknown. */
  readonly currency: string | null;
}

const DECIMAL = /^(\d{1,12})(?:\.(\d*))?$/;
/**
 * A unit is never smaller than this: twelve digits before the point and three behind stay exact in a
 * `number`.
 */
export const MAX_EXPONENT = 3;

/** Stored records may be damaged: nothing finer than this is drawn. */
const FINEST = 18;

/**
 * "12.5", 2 → 1250; null when it is not a plain positive decimal or has more decimals than the exponent.
 * Never rounds.
 */
export function parseUnits(text: string, exponent: number): number | null {
  const parts = DECIMAL.exec(text.trim());
  if (!parts) return null;
  const fraction = withoutEndZeros(parts[2] ?? '');
  if (fraction.length > exponent) return null;
  return Number(`${parts[1]}${fraction.padEnd(exponent, '0')}`);
}

/** How many decimals a decimal text really needs: "0.050" → 2; null when it is none. */
export function decimalsOf(text: string): number | null {
  const parts = DECIMAL.exec(text.trim());
  return parts ? withoutEndZeros(parts[2] ?? '').length : null;
}

/**
 * "24.99" as an amount of a currency, with as many decimals as written; null when it is not a plain decimal
 * or has too many.
 */
export function amountOfText(text: string, currency: string | null): CurrencyAmount | null {
  const exponent = Math.max(decimalsOf(text) ?? 0, minorDigits(currency));
  const units = exponent > MAX_EXPONENT ? null : parseUnits(text, exponent);
  return units === null ? null : { units, exponent, currency };
}

/** Whether both are the same amount of the same currency; an unknown currency equals any. */
export const sameAmount = (a: CurrencyAmount, b: CurrencyAmount): boolean =>
  unitsToQuery(a.units, a.exponent) === unitsToQuery(b.units, b.exponent) &&
  (a.currency === null || b.currency === null || a.currency === b.currency);

/** The same amount as a request writes it: 1250, 2 → "12.5". */
export function unitsToQuery(units: number, exponent: number): string {
  const digits = String(units).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = withoutEndZeros(digits.slice(digits.length - exponent));
  return fraction ? `${whole}.${fraction}` : whole;
}

/** "$12.50", "12.50 EUR", "1,500 JPY"; without a currency "12.50"; "—" for what is no such amount. */
export function formatAmount({ units, exponent, currency }: CurrencyAmount): string {
  if (!Number.isSafeInteger(units) || !(exponent >= 0 && exponent <= FINEST)) return '—';
  const least = minorDigits(currency);
  const [whole = '0', fraction = ''] = unitsToQuery(units, exponent).split('.');
  const shown = fraction.padEnd(least, '0');
  const text = `${groupedDigits(whole)}${shown ? `.${shown}` : ''}`;
  if (currency === 'USD') return `$${text}`;
  return currency === null ? text : `${text} ${currency}`;
}

/**
 * Decimals a currency is written with (ISO 4217, by way of the browser): 2 for most, 0 for JPY, 3 for KWD.
 */
export function minorDigits(currency: string | null): number {
  if (currency === null) return 2;
  try {
    const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
    }).resolvedOptions();
    return Math.min(maximumFractionDigits, MAX_EXPONENT);
  } catch {
    // No currency code at all: a server's word.
    return 2;
  }
}

/** Whole cents of a dollar amount; null when it is in another currency or finer than a cent. */
export function dollarCents({ units, exponent, currency }: CurrencyAmount): number | null {
  return currency === 'USD' ? parseUnits(unitsToQuery(units, exponent), 2) : null;
}
