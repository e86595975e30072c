import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { createSandboxWorld, moveClock, type MovedClock } from './evm/test-sandbox-world.ts';
import { runSoak } from './test-soak.ts';

let sandbox: Sandbox;
let clock: MovedClock;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:1',
    scenario: 'none',
    solana: false,
    now: () => Date.now(),
  });
  clock = moveClock(sandbox);
}, 60_000);
afterAll(async () => {
  clock.restore();
  await sandbox.close();
});

test('R27: 300 orders among random faults of the sandbox: one signature each at most, every charge delivered or reported', async () => {
  const figures = await runSoak({ orders: 300, seed: 20_261_121 }, (random) =>
    createSandboxWorld(sandbox, clock, random),
  );
  expect(figures.orders).toBe(300);
  expect(figures.signatures).toBeLessThanOrEqual(300);
  expect(figures.charges).toBe(figures.delivered + figures.reported);
  // It was no easy day: something of everything happened.
  for (const count of Object.values(figures)) expect(count).toBeGreaterThan(10);
}, 240_000);
