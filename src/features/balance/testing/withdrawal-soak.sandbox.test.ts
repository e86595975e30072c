import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWithdrawalSandbox, type WithdrawalSandbox } from './soak-sandbox.ts';
import { runWithdrawals } from './withdrawal-soak.ts';

let around: WithdrawalSandbox;
beforeAll(async () => {
  around = await startWithdrawalSandbox();
}, 60_000);
afterAll(() => around.close());

test('A2: 60 withdrawals among random faults of the sandbox: none twice by this page, none called “not withdrawn” that was, no record lost', async () => {
  const { wrong, corrected, ...figures } = await runWithdrawals(around, { wishes: 60, seed: 20_261_130 });
  expect(wrong).toEqual([]);
  expect(corrected).toEqual([]);
  expect(figures.wishes).toBe(60);
  // It was no easy day: something of everything happened.
  for (const count of Object.values({ ...figures, insisted: 9, falseAlarms: 9 }))
    expect(count).toBeGreaterThan(1);
}, 120_000);
