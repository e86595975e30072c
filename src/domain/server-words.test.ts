import { expect, test } from 'vitest';
import { cleanWords } from './server-words.ts';

test('A10: card numbers, CVV, tokens, keys and marks of direction are taken out', () => {
  const words = cleanWords(
    'Card 4111 1111 1111 1111, CVV: 123, pin is 9876, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln, lasoak_abc-123 \u202eevil',
  );
  expect(words).toBe('Card …, CVV: …, pin is …, …, …  evil');
});

test('what we sent ourselves is taken out; ordinary words and amounts stay', () => {
  expect(cleanWords('token refresh-1 revoked, $1,000.00 due at 12:30', ['refresh-1'])).toBe(
    'token … revoked, $1,000.00 due at 12:30',
  );
});

test('a value that is not text gives nothing, and a long text is cut', () => {
  expect(cleanWords(42)).toBeNull();
  expect(cleanWords(' \n ')).toBeNull();
  expect(cleanWords('x'.repeat(5_000))).toHaveLength(300);
});
