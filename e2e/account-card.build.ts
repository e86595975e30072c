import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { build } from 'vite';
import { DIST_WITH_ACCOUNT_CARD } from './stage.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * Whether the account card's code is there is decided at build, so its tests need a build whose configuration
 * has it.
 */
test('a build with the account card', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'laso-account-card-'));
  const shipped: object = JSON.parse(await readFile(join(ROOT, 'laso.config.json'), 'utf8'));
  const accountCard = {
    baseUrl: 'https://programme.example',
    clientKey: 'key',
    usEnv: true,
    imageHosts: ['pictures.example'],
  };
  const file = join(folder, 'laso.config.json');
  await writeFile(file, JSON.stringify({ ...shipped, accountCard }));
  process.env['LASO_CONFIG'] = file;
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: DIST_WITH_ACCOUNT_CARD, emptyOutDir: true },
  });
  delete process.env['LASO_CONFIG'];
  await rm(folder, { recursive: true });
});
