import { expect, test } from 'vitest';
import { cutText, plainLine, wellFormed } from './plain-text.ts';

test('F3: half a surrogate pair becomes U+FFFD, a whole one stays', () => {
  expect(wellFormed('PIZZA \ud83c')).toBe('PIZZA \uFFFD');
  expect(wellFormed('\udf55 PIZZA 🍕')).toBe('\uFFFD PIZZA 🍕');
});

test('F3: no cut makes half a pair', () => {
  const text = `${'a'.repeat(499)}🍕🍕`;
  expect(cutText(text, 500)).toBe('a'.repeat(499));
  expect(cutText(text, 501)).toBe(`${'a'.repeat(499)}🍕`);
  expect(() => encodeURIComponent(plainLine(text, 500))).not.toThrow();
});

test('a line holds no control characters and no marks of direction', () => {
  expect(plainLine(' a\n\tb \u202egnp.exe ', 20)).toBe('a b  gnp.exe');
  expect(plainLine('\u0000', 20)).toBe('');
});
