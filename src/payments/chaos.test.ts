import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { runSoak } from './evm/test-soak.ts';

test('R27: 300 orders among random faults: one signature each at most, every charge delivered or reported', async () => {
  const figures = await runSoak(300, 20_261_121);
  expect(figures.orders).toBe(300);
  expect(figures.signatures).toBeLessThanOrEqual(300);
  expect(figures.charges).toBe(figures.delivered + figures.reported);
  // It was no easy day: something of everything happened.
  for (const count of Object.values(figures)) expect(count).toBeGreaterThan(10);
}, 60_000);
