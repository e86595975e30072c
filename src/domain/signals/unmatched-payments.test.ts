import { expect, test } from 'vitest';
import { unmatchedPayments } from './unmatched-payments.ts';

const transfer = (transaction: string, amountAtomic: bigint) => ({
  transaction,
  logIndex: 3,
  blockNumber: 5,
  atMs: 1_000,
  amountAtomic,
  payTo: '0x2',
});

test('payments that match nothing are one signal, put aside payment by payment', () => {
  expect(unmatchedPayments([])).toEqual([]);
  expect(unmatchedPayments([transfer('0xa', 75_000_000n)])).toMatchObject([
    { sentence: 'A payment of 75.00 USDC to Laso matches no known order or sign-in.', amountCents: 7_500 },
  ]);
  expect(unmatchedPayments([transfer('0xa', 75_000_000n), transfer('0xb', 5_000n)])).toMatchObject([
    {
      sentence: '2 payments to Laso, 75.005 USDC together, match no known order or sign-in.',
      parts: ['unmatched-payment 0xa 3', 'unmatched-payment 0xb 3'],
      level: 'attention',
    },
  ]);
});
