/** Atomic USDC for one unit of a currency, invented, but close to real rates. */
const ATOMIC_PER_UNIT: Record<string, bigint> = {
  USD: 1_000_000n,
  EUR: 1_083_400n,
  GBP: 1_271_900n,
  CAD: 731_050n,
  AUD: 655_700n,
  SAR: 266_666n,
  JPY: 6_670n,
  KWD: 3_252_000n,
  BRL: 184_310n,
};

/** "12.5" EUR → atomic USDC, rounded up to the millionth; null when the text is not a plain decimal. */
export function convertedAtomic(amount: string, currency: string | null): bigint | null {
  const parts = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(amount);
  if (!parts) return null;
  const millionths = BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(6, '0')}`);
  const perUnit = ATOMIC_PER_UNIT[currency ?? 'USD'] ?? 1_000_000n;
  return (millionths * perUnit + 999_999n) / 1_000_000n;
}
