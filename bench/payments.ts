/**
 * Chaos soak of the payment flow (lessons.md R27): orders through the app's own flow, journal
 * (fake-indexeddb) and evidence, against the sandbox (its API, faults, facilitator and both chains behind
 * balancers), with pages that are killed between any two steps. In this process, clock injected.
 *
 *   node bench/payments.ts [orders = 1000] [seed = 1] [sandbox | solana | model]
 *
 * "solana": the same, mostly paid on Solana. "model": models of Laso and of Base in place of the sandbox,
 * about ten times as fast. Exits with 1 when a promise was broken; each broken one is printed with its seed,
 * which alone (`… 25 SEED`) runs the batch that it happened in.
 */
import 'fake-indexeddb/auto';
import { config } from 'zod/mini';
import { soakReads } from '#app/testing/soak-reads.ts';
import { createModelWorld } from '#payments/testing/evm/model-world.ts';
import { startSoakSandbox } from '#payments/testing/sandbox-world.ts';
import { noFigures, type SoakFigures } from '#payments/testing/soak-count.ts';
import { runSoak, SOAK_BATCH } from '#payments/testing/soak.ts';

config({ jitless: true });
const orders = Number(process.argv[2] ?? 1_000);
const seed = Number(process.argv[3] ?? 1);
const kind = process.argv[4] ?? 'sandbox';
const model = kind === 'model';
/** The local chain gets slower with each transaction. */
const ORDERS_PER_CHAIN = 40 * SOAK_BATCH;

const startedMs = performance.now();
const seconds = (): number => (performance.now() - startedMs) / 1000;
let figures = noFigures();
for (let done = 0; done < orders; done += ORDERS_PER_CHAIN) {
  const part = { orders: Math.min(ORDERS_PER_CHAIN, orders - done), seed: seed + done };
  figures = await (model ? runSoak(part, createModelWorld, figures) : onSandbox(part, figures));
  console.error(
    `${figures.orders} of ${orders} orders, ${seconds().toFixed(0)} s, ${figures.wrong.length} broken promises`,
  );
}
const { wrong, corrected, ...counts } = figures;
console.log(`seed ${seed}, ${kind}, ${seconds().toFixed(0)} s`);
for (const [name, count] of Object.entries(counts)) console.log(name.padEnd(12), String(count).padStart(8));
console.log(`charges ${counts.charges} = delivered ${counts.delivered} + reported ${counts.reported}`);
console.log(`words taken back loudly: ${corrected.length}`);
for (const line of corrected) console.log(`  ${line}`);
console.log(`broken promises (two signatures, false words, another’s card, lost records): ${wrong.length}`);
for (const line of wrong) console.log(`  ${line}`);
// A page that was killed while the wallet was open leaves
// the wallet's timer behind; do not wait minutes for it.
process.exit(wrong.length > 0 ? 1 : 0);

async function onSandbox(part: { orders: number; seed: number }, before: SoakFigures): Promise<SoakFigures> {
  const { createWorld, close } = await startSoakSandbox(soakReads, kind === 'solana' ? 'solana' : 'base');
  try {
    return await runSoak(part, createWorld, before);
  } finally {
    await close();
  }
}
