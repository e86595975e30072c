import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { PageWalletSettings } from '../wallet/install-wallet.ts';
import { solanaWalletKeys } from '../wallet/solana-wallet-keys.ts';
import { walletAccounts } from '../wallet/wallet-accounts.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = join(ROOT, 'sandbox', 'wallet');
const CACHE = join(ROOT, 'node_modules', '.cache', 'laso-sandbox');

/** Where every server of the sandbox puts the script. */
export const WALLET_PATH = '/__sandbox/wallet.js';

/**
 * The in-page wallet as one classic script: its settings first (node address, test keys), then the bundle.
 * Bundled once per content of `sandbox/wallet`, then read from the cache.
 */
export async function walletScript(rpcUrl: string): Promise<string> {
  const settings: PageWalletSettings = {
    privateKeys: walletAccounts().map((account) => account.privateKey),
    rpcUrl,
    chainId: 8453,
    solanaKeys: await solanaWalletKeys(),
  };
  return `window.sandboxWalletSettings=${JSON.stringify(settings)};\n${await walletBundle()}`;
}

async function walletBundle(): Promise<string> {
  const file = join(CACHE, `wallet-${await contentHash()}.js`);
  const cached = await readFile(file, 'utf8').catch(() => null);
  if (cached) return cached;
  const code = await bundle();
  await mkdir(CACHE, { recursive: true });
  // Written aside and renamed: test workers start at the same time, and none may read half a script.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, file);
  return code;
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(SOURCES, 'install-wallet.ts'), formats: ['iife'], name: 'lasoSandboxWallet' },
    },
  });
  const [chunk] = outputsOf(result).filter((output) => output.type === 'chunk');
  if (!chunk) throw new Error('The sandbox wallet could not be bundled.');
  return chunk.code;
}

function outputsOf(
  result: Awaited<ReturnType<typeof build>>,
): (Rolldown.OutputChunk | Rolldown.OutputAsset)[] {
  if (Array.isArray(result)) return result.flatMap((one) => one.output);
  return 'output' in result ? result.output : [];
}

/** Of the wallet's own files and the library versions in it. */
async function contentHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(SOURCES)).toSorted()) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    hash.update(name).update(await readFile(join(SOURCES, name)));
  }
  for (const library of ['viem', 'zod', 'vite', '@solana/kit'])
    hash.update(await readFile(join(ROOT, 'node_modules', library, 'package.json')));
  return hash.digest('hex').slice(0, 16);
}
