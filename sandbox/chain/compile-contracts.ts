/**
 * Compiles the contracts into `chain/contracts/*.json` (creation bytecode only). Run by hand after changing a
 * contract: `node sandbox/chain/compile-contracts.ts`. The results are committed, so that starting the
 * sandbox compiles nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>;
}

const require = createRequire(import.meta.url);
const solc: {
  compile(input: string, callbacks: { import(path: string): { contents: string } }): string;
} = require('solc');

const folder = new URL('./contracts/', import.meta.url);
const names = ['LocalUSDC', 'MiniMulticall3'];
const sources = Object.fromEntries(
  names.map((name) => [`${name}.sol`, { content: readFileSync(new URL(`${name}.sol`, folder), 'utf8') }]),
);
const input = {
  language: 'Solidity',
  sources,
  settings: {
    optimizer: { enabled: true, runs: 200 },
    evmVersion: 'cancun',
    metadata: { bytecodeHash: 'none' },
    outputSelection: { '*': { '*': ['evm.bytecode.object'] } },
  },
};
const output: CompilerOutput = JSON.parse(
  solc.compile(JSON.stringify(input), {
    import: (path) => ({ contents: readFileSync(require.resolve(path), 'utf8') }),
  }),
);
for (const error of output.errors ?? []) console.error(error.formattedMessage);

for (const name of names) {
  const object = output.contracts[`${name}.sol`]?.[name]?.evm.bytecode.object;
  if (!object) throw new Error(`${name} did not compile`);
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ bytecode: `0x${object}` }, null, 2)}\n`);
  console.log(`${name}: ${object.length / 2} bytes`);
}
