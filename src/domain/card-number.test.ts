import { expect, test } from 'vitest';
import { holdsCardNumber } from './card-number.ts';

test.each([
  '4111111111111111',
  'card 4111 1111 1111 1111 for hosting',
  '5555-5555-5555-4444',
  'amex 378282246310005.',
  'first 123, then 4111111111111111',
])('a card number is seen in "%s"', (text) => expect(holdsCardNumber(text)).toBe(true));

test.each([
  '',
  'Hosting, paid 2026-11-21',
  'ends in 4242',
  '4111 1111 1111 1112',
  'order 1234567890',
  'call +1 202 555 0143',
  '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
])('none is seen in "%s"', (text) => expect(holdsCardNumber(text)).toBe(false));
