import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createModelWorld } from './evm/model-world.ts';
import { runSoak } from './soak.ts';

test('R27: 300 orders among random faults of models: one signature each at most, every charge delivered or reported, no false word', async () => {
  const { wrong, corrected, ...figures } = await runSoak({ orders: 300, seed: 20_261_121 }, createModelWorld);
  expect(wrong).toEqual([]);
  // An answer of somebody else’s order can pass for this one’s until the chain is asked; “not charged” is never taken back.
  expect(corrected.filter((line) => line.includes('“not charged”'))).toEqual([]);
  expect(figures.orders).toBe(300);
  expect(figures.signatures).toBeLessThanOrEqual(300);
  expect(figures.charges).toBe(figures.delivered + figures.reported);
  // It was no easy day: something of everything happened.
  for (const count of Object.values(figures)) expect(count).toBeGreaterThan(10);
}, 60_000);
