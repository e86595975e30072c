/**
 * Chaos soak of withdrawals (product.md §8): requests through the balance page's own rules and records
 * (fake-indexeddb), against the sandbox's API, its faults, gateways, caches and lagging lists, with browsers
 * that send twice, pages that die and two tabs. In this process, clocks injected.
 *
 *   node bench/withdrawals.ts [wishes = 2000] [seed = 1]
 *
 * Exits with 1 when a promise was broken; each broken one is printed with its seed, which alone (`… 20 SEED`)
 * runs the batch that it happened in.
 */
import 'fake-indexeddb/auto';
import { config } from 'zod/mini';
import { startWithdrawalSandbox } from '#features/balance/testing/soak-sandbox.ts';
import { noWithdrawals } from '#features/balance/testing/soak-withdrawn.ts';
import { runWithdrawals, WISHES_EACH } from '#features/balance/testing/withdrawal-soak.ts';

config({ jitless: true });
const wishes = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] ?? 1);
const AT_ONCE = 10 * WISHES_EACH;

const realNow = performance.now.bind(performance);
const startedMs = realNow();
const seconds = (): string => ((realNow() - startedMs) / 1000).toFixed(0);
const around = await startWithdrawalSandbox();
let figures = noWithdrawals();
for (let done = 0; done < wishes; done += AT_ONCE) {
  const part = { wishes: Math.min(AT_ONCE, wishes - done), seed: seed + done };
  figures = await runWithdrawals(around, part, figures);
  console.error(
    `${figures.wishes} of ${wishes} wishes, ${seconds()} s, ${figures.wrong.length} broken promises`,
  );
}
await around.close();
const { wrong, corrected, ...counts } = figures;
console.log(`seed ${seed}, ${seconds()} s`);
for (const [name, count] of Object.entries(counts)) console.log(name.padEnd(16), String(count).padStart(8));
console.log(`“nothing was withdrawn” taken back loudly: ${corrected.length}`);
for (const line of corrected) console.log(`  ${line}`);
console.log(`broken promises (doubles, false words, lost records): ${wrong.length}`);
for (const line of wrong) console.log(`  ${line}`);
process.exit(wrong.length > 0 ? 1 : 0);
