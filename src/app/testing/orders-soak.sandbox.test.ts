import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSoakSandbox } from '#payments/testing/sandbox-world.ts';
import { runSoak } from '#payments/testing/soak.ts';
import { soakReads } from './soak-reads.ts';

let sandbox: Awaited<ReturnType<typeof startSoakSandbox>>;
beforeAll(async () => {
  sandbox = await startSoakSandbox(soakReads);
}, 60_000);
afterAll(() => sandbox.close());

test('R27: 300 orders among random faults of the sandbox: one signature each at most, every charge delivered or reported, no false word', async () => {
  const { wrong, corrected, ...figures } = await runSoak(
    { orders: 300, seed: 20_261_121 },
    sandbox.createWorld,
  );
  expect(wrong).toEqual([]);
  // An answer of somebody else’s order can pass for this one’s until the chain is asked; “not charged” is never taken back.
  expect(corrected.filter((line) => line.includes('“not charged”'))).toEqual([]);
  expect(figures.orders).toBe(300);
  expect(figures.signatures).toBeLessThanOrEqual(300);
  expect(figures.charges).toBe(figures.delivered + figures.reported);
  // It was no easy day: something of everything happened.
  for (const count of Object.values(figures)) expect(count).toBeGreaterThan(10);
}, 240_000);
