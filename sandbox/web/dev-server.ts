import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import type { LasoConfig } from '#config/config-schema.ts';
import { injectWalletFirst } from './inject-wallet.ts';
import { WALLET_PATH, walletScript } from './wallet-script.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface DevServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Vite's dev server over the app's own source, stamped with the sandbox's configuration and with the sandbox
 * wallet in the page. The port must be free. Nothing of this is in a build: it lives in this server only.
 */
export async function startDevServer(options: {
  config: LasoConfig;
  port: number;
  rpcUrl: string;
}): Promise<DevServer> {
  const folder = await mkdtemp(join(tmpdir(), 'laso-sandbox-'));
  const file = join(folder, 'laso.config.json');
  await writeFile(file, JSON.stringify(options.config, null, 2));
  // vite.config.ts reads it, as it would for an operator's build.
  process.env['LASO_CONFIG'] = file;
  const server = await createServer({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    clearScreen: false,
    plugins: [sandboxWallet(await walletScript(options.rpcUrl))],
    server: {
      host: '127.0.0.1',
      port: options.port,
      strictPort: true,
      headers: { 'Referrer-Policy': 'no-referrer', 'X-Content-Type-Options': 'nosniff' },
    },
  });
  await server.listen();
  return {
    url: `http://127.0.0.1:${options.port}`,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function sandboxWallet(script: string): Plugin {
  return {
    name: 'laso-sandbox-wallet',
    apply: 'serve',
    configureServer: (server) => {
      server.middlewares.use(WALLET_PATH, (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(script);
      });
    },
    transformIndexHtml: { order: 'post', handler: injectWalletFirst },
  };
}
