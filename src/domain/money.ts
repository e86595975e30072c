import { readAmountText } from './amount-text.ts';
import { groupedDigits, withoutEndZeros } from './cut-end.ts';

/**
 * Money is integers: US cents as `number` (`…Cents`), USDC in its smallest unit as `bigint` (`…Atomic`, 6
 * decimals). Nothing in this program does arithmetic on decimal fractions.
 */
const MINUS = '\u2212';
const UNKNOWN = '—';
const ATOMIC_PER_CENT = 10_000n;

const DECIMAL = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/;

/**
 * "12.5" → 1250. More than two decimals, or anything that is not a plain decimal number → null. What people
 * type: readTypedAmount.
 */
export function parseCents(text: string): number | null {
  const parts = DECIMAL.exec(text.trim());
  if (!parts) return null;
  const [, sign, whole = '0', fraction = ''] = parts;
  if (fraction.length > 2) return null;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return sign === '-' ? 0 - cents : cents;
}

/**
 * What an API calls an amount of dollars (a JSON number, or a text: amount-text.ts) → cents; null when it is
 * neither, or may mean two amounts. Works on the shortest decimal text of the number, so 259.5 and 9541.98
 * are exact and a server's 30.000000000000004 is $30.00.
 */
export function centsFromWire(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const amount = readAmountText(typeof value === 'number' ? plainDecimal(value) : value);
  if (!amount) return null;
  const digits = amount.fraction.padEnd(3, '0');
  const cents = Number(amount.whole) * 100 + Number(digits.slice(0, 2)) + (Number(digits[2]) >= 5 ? 1 : 0);
  return amount.negative ? 0 - cents : cents;
}

function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e-') ? value.toFixed(12) : text;
}

/** "50.00" in USDC → 50_000_000n; up to six decimals; null when it is no such amount. */
export function parseUsdc(text: string): bigint | null {
  const parts = /^(\d{1,13})(?:\.(\d{0,6}))?$/.exec(text.trim());
  if (!parts) return null;
  return BigInt(parts[1] ?? '0') * 1_000_000n + BigInt((parts[2] ?? '').padEnd(6, '0'));
}

/** Cents → atomic USDC, exactly. */
export const centsToUsdcAtomic = (cents: number): bigint => BigInt(cents) * ATOMIC_PER_CENT;

/** Atomic USDC → whole cents, rounded down: for showing, never for paying. */
export const usdcAtomicToCents = (atomic: bigint): number => Number(atomic / ATOMIC_PER_CENT);

/** 123450 → "1,234.50": digits only, for a caller that draws sign and currency itself. */
export function formatCentsPlain(cents: number): string {
  const absolute = Math.abs(cents);
  return `${groupedDigits(String(Math.trunc(absolute / 100)))}.${String(absolute % 100).padStart(2, '0')}`;
}

/** −123450 → "−$1,234.50" (U+2212); "—" for what is no exact number of cents. */
export const formatUsd = (cents: number): string =>
  Number.isSafeInteger(cents) ? `${cents < 0 ? MINUS : ''}$${formatCentsPlain(cents)}` : UNKNOWN;

/** 50_000_000n → "50.00"; 1_000n → "0.001": two decimals, more only where there is more. */
export function formatUsdc(atomic: bigint): string {
  const absolute = atomic < 0n ? -atomic : atomic;
  const fraction = (absolute % 1_000_000n)
    .toString()
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${atomic < 0n ? MINUS : ''}${groupedDigits((absolute / 1_000_000n).toString())}.${fraction}`;
}

/** The same amount without grouping, as protocols and spend caps want it: 1_234_500_000n → "1234.50". */
export const usdcDecimal = (atomic: bigint): string => formatUsdc(atomic).replaceAll(',', '');

/** Cents as a query parameter writes them: 5000 → "50", 25950 → "259.5", 954198 → "9541.98". */
export function centsToQuery(cents: number): string {
  const fraction = withoutEndZeros(String(cents % 100).padStart(2, '0'));
  return `${Math.trunc(cents / 100)}${fraction ? `.${fraction}` : ''}`;
}
