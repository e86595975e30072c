import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, isDay } from '#domain/day.ts';
import { withdrawalStateWord, withdrawnCents } from '#domain/withdrawal.ts';
import { bendings, bent } from '#testing/bend-answer.ts';
import { getAccountBalance } from './get-account-balance.ts';
import { listWithdrawals } from './get-withdrawal-status.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const BALANCE = {
  user_id: ACCOUNT,
  balance: 41.27,
  total_deposits: 196.4,
  created_timestamp: 1_757_635_200_000,
  created_timestamp_readable: '9/12/2025, 12:00:00 AM',
};
const WITHDRAWAL = {
  id: 'w_1',
  amount: 35.13,
  asset: 'USDC',
  network: 'BASE_MAINNET',
  state: 'completed',
  address: ACCOUNT,
  timestamp: 1_757_635_200_000,
  timestamp_readable: '9/12/2025, 12:00:00 AM',
  tx_hash: `0x${'ab'.repeat(32)}`,
  tx_url: `https://basescan.org/tx/0x${'ab'.repeat(32)}`,
};
const WITHDRAWALS = {
  withdrawals: [WITHDRAWAL, { ...WITHDRAWAL, id: 'w_2', amount: '120', state: 'pending', tx_hash: null }],
};

const clientFor = (body: unknown) => testClient(answering(json(body ?? null))).client;

/** What may go wrong with a bent answer is one kind of error, and nothing else. */
function refused(error: unknown): null {
  if (!(error instanceof LasoError)) throw error;
  return null;
}

test('however a balance is bent, whole cents come out or a LasoError, never a guess', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(bendings, async (bending) => {
      const balance = await getAccountBalance(clientFor(bent(BALANCE, bending)), ACCOUNT).catch(refused);
      if (!balance) return;
      read += 1;
      expect(balance.exists).toBe(true);
      expect(Number.isSafeInteger(balance.balanceCents)).toBe(true);
      const { totalDepositsCents: deposits } = balance;
      expect(deposits === null || Number.isSafeInteger(deposits)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(5_000);
}, 120_000);

test('however the withdrawals are bent, rows come out or a LasoError; their sum is one, and each has a real day or none', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(WITHDRAWALS, { withdrawal: WITHDRAWAL }),
      bendings,
      async (real, bending) => {
        const rows = await listWithdrawals(clientFor(bent(real, bending)), ACCOUNT).catch(refused);
        if (!rows) return;
        read += rows.length;
        expect(Number.isSafeInteger(withdrawnCents(rows))).toBe(true);
        for (const row of rows) {
          expect(row.id).not.toBe('');
          expect(withdrawalStateWord(row)).not.toBe('');
          if (row.requestedAtMs !== null) {
            expect(isDay(dayOf(row.requestedAtMs, 'Pacific/Kiritimati'))).toBe(true);
            expect(new Date(row.requestedAtMs).getUTCFullYear()).toBeGreaterThanOrEqual(2015);
          }
        }
      },
    ),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(10_000);
}, 120_000);
