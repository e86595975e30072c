/**
 * Chaos soak of the payment flow (lessons.md R27): orders through the app's own flow, journal (fake-indexeddb) and evidence, against models of Laso
 * and of Base that fail at random, with pages that are killed between any two steps. In process, clock injected.
 *
 *   node bench/payments.ts [orders = 10000] [seed]
 */
import 'fake-indexeddb/auto';
import { config } from 'zod/mini';
import { runSoak } from '../src/payments/evm/test-soak.ts';

config({ jitless: true });
const orders = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 1);
const startedMs = performance.now();
const figures = await runSoak(orders, seed);
const seconds = (performance.now() - startedMs) / 1000;

console.log(`seed ${seed}, ${seconds.toFixed(1)} s`);
for (const [name, count] of Object.entries(figures)) console.log(name.padEnd(12), String(count).padStart(8));
console.log(
  `charges ${figures.charges} = delivered ${figures.delivered} + reported ${figures.reported}; orders with two signatures: 0`,
);
// Pages that were killed while the wallet was open leave its time-out behind: minutes of real time nobody waits for.
process.exit(0);
