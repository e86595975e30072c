import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseCsv } from './parse-csv.ts';

const RULES = join(import.meta.dirname, '../../docs/laso.csv.rules');
const exec = promisify(execFile);

/** Why tests with hledger are skipped; null where it is installed. */
export function hledgerMissing(): string | null {
  const { error } = spawnSync('hledger', ['--version']);
  return error
    ? 'The tests of the export with hledger are skipped: it is not installed. `npm run test:hledger` installs it.'
    : null;
}

/**
 * A folder as README.md describes it: exports are saved as `laso.csv` beside the rules, and imported into a
 * journal.
 */
export function openLedger() {
  const folder = mkdtempSync(join(tmpdir(), 'laso-hledger-'));
  copyFileSync(RULES, join(folder, 'laso.csv.rules'));
  const run = async (...args: string[]): Promise<string> => {
    // It reads files in the locale's encoding.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, env } as const;
    return (await exec('hledger', ['-f', 'all.journal', ...args], options)).stdout;
  };
  const clear = (): void => {
    writeFileSync(join(folder, 'all.journal'), '');
    rmSync(join(folder, '.latest.laso.csv'), { force: true });
  };
  clear();
  return {
    /** An empty journal, into which nothing was imported yet. */
    clear,
    save: (csv: string) => writeFileSync(join(folder, 'laso.csv'), csv),
    /** How many entries came in. */
    importAll: async (): Promise<number> =>
      Number(/imported (\d+) new/.exec(await run('import', 'laso.csv'))?.[1] ?? 0),
    /** "-12.50 USD, -3.00 USDC", by account. */
    balances: async (...query: string[]): Promise<Map<string, string>> => {
      const output = await run('balance', '--no-total', '-O', 'csv', ...query);
      const [, ...rows] = parseCsv(output.replaceAll('\n', '\r\n'));
      return new Map(rows.map(([account = '', balance = '']) => [account, balance]));
    },
    ids: async (): Promise<string[]> =>
      [...(await run('print')).matchAll(/; laso:([^\s,]+)/g)].map(([, id = '']) => id),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
