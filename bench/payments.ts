/**
 * Chaos soak of the payment flow (lessons.md R27): orders through the app's own flow, journal (fake-indexeddb) and evidence, against the sandbox
 * (its API, faults, facilitator and chain), with pages that are killed between any two steps. In this process, clock injected.
 *
 *   node bench/payments.ts [orders = 1000] [seed = 1] [sandbox | model]
 *
 * "model": models of Laso and of Base in place of the sandbox, about ten times as fast.
 */
import 'fake-indexeddb/auto';
import { config } from 'zod/mini';
import { createSandbox } from '#sandbox/app.ts';
import { createModelWorld } from '../src/payments/evm/test-model-world.ts';
import { createSandboxWorld, moveClock } from '../src/payments/evm/test-sandbox-world.ts';
import type { SoakFigures } from '../src/payments/test-soak-count.ts';
import { runSoak, SOAK_BATCH } from '../src/payments/test-soak.ts';

config({ jitless: true });
const orders = Number(process.argv[2] ?? 1_000);
const seed = Number(process.argv[3] ?? 1);
const model = process.argv[4] === 'model';
/** A chain that has seen more keeps slowing down. */
const ORDERS_PER_CHAIN = 40 * SOAK_BATCH;

const startedMs = performance.now();
let figures: SoakFigures | undefined;
for (let done = 0; done < orders; done += ORDERS_PER_CHAIN) {
  const part = { orders: Math.min(ORDERS_PER_CHAIN, orders - done), seed: seed + done };
  figures = await (model ? runSoak(part, createModelWorld, figures) : onSandbox(part, figures));
  const seconds = (performance.now() - startedMs) / 1000;
  console.error(`${figures.orders} of ${orders} orders, ${seconds.toFixed(0)} s`);
}
console.log(`seed ${seed}, ${model ? 'models' : 'sandbox'}`);
if (figures) {
  for (const [name, count] of Object.entries(figures))
    console.log(name.padEnd(12), String(count).padStart(8));
  const { charges, delivered, reported } = figures;
  console.log(
    `charges ${charges} = delivered ${delivered} + reported ${reported}; orders with two signatures: 0`,
  );
}
// Pages that were killed while the wallet was open leave its time-out behind: minutes of real time nobody waits for.
process.exit(0);

async function onSandbox(
  part: { orders: number; seed: number },
  before: SoakFigures | undefined,
): Promise<SoakFigures> {
  const sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:1',
    scenario: 'none',
    solana: false,
    now: () => Date.now(),
  });
  const clock = moveClock(sandbox);
  try {
    return await runSoak(part, (random) => createSandboxWorld(sandbox, clock, random), before);
  } finally {
    clock.restore();
    await sandbox.close();
  }
}
