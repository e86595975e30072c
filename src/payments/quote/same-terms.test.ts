import { expect, test } from 'vitest';
import { BASE, SOLANA } from '#domain/chain.ts';
import type { Offer } from './challenge.ts';
import type { Finding } from './finding.ts';
import { sameTerms } from './same-terms.ts';

const quote = (changes: Partial<Offer> = {}) => ({
  findings: [],
  offer: {
    scheme: 'exact',
    network: BASE,
    asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    payTo: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37',
    amountAtomic: 1_000n,
    maxTimeoutSeconds: 300,
    extra: {},
    raw: {},
    ...changes,
  },
});
const FAULT: Finding = { code: 'scheme', sentence: 'Another scheme.', expected: 'exact', got: 'upto' };
const onSolana = (payTo: string) => quote({ network: SOLANA, payTo });

test('a Base address in other letter case is the same address', () => {
  const payTo = '0x3291E96B3bFf7eD56e3CA8364273C5b4654b2B37';
  const asset = '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';
  expect(sameTerms(quote(), quote({ payTo, asset }))).toBe(true);
});

test('a Solana address in other letter case is another address', () => {
  expect(sameTerms(onSolana('Ab9'), onSolana('Ab9'))).toBe(true);
  expect(sameTerms(onSolana('Ab9'), onSolana('ab9'))).toBe(false);
});

test.each<[string, Partial<Offer>]>([
  ['amount', { amountAtomic: 1_001n }],
  ['recipient', { payTo: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b38' }],
  ['token', { asset: '0x0000000000000000000000000000000000000000' }],
  ['time limit', { maxTimeoutSeconds: 301 }],
  ['network', { network: SOLANA }],
])('another %s is a change of terms', (_name, changes) => {
  expect(sameTerms(quote(), quote(changes))).toBe(false);
});

test('a quote that the guard found fault with never has the same terms', () => {
  const faulty = { ...quote(), findings: [FAULT] };
  expect(sameTerms(quote(), faulty)).toBe(false);
  expect(sameTerms({ offer: null, findings: [] }, quote())).toBe(false);
});
