/**
 * Removes the characters of one kind from the end. A pattern that ends in `+$` takes quadratic time for that.
 */
export function cutEnd(text: string, isOfKind: (char: string) => boolean): string {
  let end = text.length;
  while (end > 0 && isOfKind(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export const withoutEndZeros = (digits: string): string => cutEnd(digits, (char) => char === '0');

export const withoutEndSlashes = (address: string): string => cutEnd(address, (char) => char === '/');

/** "1234567" → "1,234,567". */
export function groupedDigits(digits: string): string {
  const first = digits.length % 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].filter(Boolean).join(',');
}
