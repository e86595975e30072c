import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getAddress, keccak256 as viemKeccak } from 'viem';
import { keccak256 } from './keccak.ts';
import { checksummed, looksAlike, sameAddress } from './wallet-address.ts';

const hex = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('Keccak-256 is viem’s, for any input, over block borders too', () => {
  for (const length of [0, 1, 40, 135, 136, 137, 300])
    fc.assert(
      fc.property(hex(length), (bytes) => {
        expect(`0x${keccak256(bytes)}`).toBe(viemKeccak(bytes));
      }),
      { numRuns: 5 },
    );
});

test('an address is written as viem writes it, whatever its case was', () => {
  fc.assert(
    fc.property(hex(20), (bytes) => {
      const address = `0x${text(bytes)}` as const;
      expect(checksummed(address)).toBe(getAddress(address));
      expect(checksummed(`0x${text(bytes).toUpperCase()}`)).toBe(getAddress(address));
    }),
    { numRuns: 40 },
  );
  expect(() => checksummed('0x12')).toThrow(TypeError);
});

describe('two addresses', () => {
  const own = '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc';
  const solana = '3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX';

  test('are the same whatever the case on Base, and only letter by letter on Solana', () => {
    expect(sameAddress(own, own.toLowerCase())).toBe(true);
    expect(sameAddress(solana, solana.toLowerCase())).toBe(false);
    expect(sameAddress(solana, solana)).toBe(true);
  });

  test('look alike when only their middle differs', () => {
    expect(looksAlike(own, `0x9965${'0'.repeat(32)}a4DC`)).toBe(true);
    expect(looksAlike(own, own.toLowerCase())).toBe(false);
    expect(looksAlike(own, '0x1111507d1a55bcc2695c58ba16fb37d819b0a4dc')).toBe(false);
    expect(looksAlike(solana, `${solana.slice(0, 20)}${'1'.repeat(15)}${solana.slice(35)}`)).toBe(true);
  });
});
