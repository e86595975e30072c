import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { LasoConfig } from '#config/config-schema.ts';
import { contentSecurityPolicy } from '#config/content-security-policy.ts';
import { stampHtml } from '#config/stamp-html.ts';
import { injectWallet } from './inject-wallet.ts';
import { compressed, contentTypeOf, fileIn } from './static-files.ts';
import { WALLET_PATH, walletScript } from './wallet-script.ts';

interface StaticHostOptions {
  /** The folder that `npm run build` wrote. */
  readonly dist: string;
  /** Called on every page load: tests serve one build with several configurations. */
  readonly config: () => LasoConfig;
  /** Puts the sandbox wallet into the page, signing for this node. */
  readonly wallet?: { readonly rpcUrl: string } | undefined;
  /** Default 0: any free port. */
  readonly port?: number;
}

export interface StaticHost {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
  readonly cacheControl: string;
}

/**
 * Serves a build on 127.0.0.1 the way a careful operator does (README, "Deploy it"): fall-back to
 * `index.html`, security headers, long caching for hashed files only. Rejects when the folder holds no
 * `index.html` or the port is taken.
 */
export async function startStaticHost(options: StaticHostOptions): Promise<StaticHost> {
  const dist = resolve(options.dist);
  await readFile(join(dist, 'index.html'));
  const wallet = options.wallet ? await walletScript(options.wallet.rpcUrl) : null;
  const server = createServer((request, response) => {
    answer(request, dist, options.config, wallet).then(
      (found) => send(request, response, found, options.config()),
      (error: unknown) => {
        console.error('The static host failed:', error);
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(options.port ?? 0, '127.0.0.1', done);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The static host has no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  dist: string,
  config: () => LasoConfig,
  wallet: string | null,
): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed');
  // Not `new URL`: it would resolve `..` before we could refuse it.
  const [path = '/'] = (request.url ?? '/').split('?');
  if (path === WALLET_PATH && wallet) {
    return { status: 200, body: wallet, contentType: contentTypeOf('wallet.js'), cacheControl: 'no-cache' };
  }
  const file = path === '/' || path === '/index.html' ? null : await fileIn(dist, path);
  if (file) {
    const cacheControl = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { status: 200, body: file, contentType: contentTypeOf(path), cacheControl };
  }
  // A missing script or picture must not come back as a page.
  if (path.startsWith('/assets/') || (extname(path) !== '' && path !== '/index.html'))
    return plain(404, 'Not found');
  const html = stampHtml(await readFile(join(dist, 'index.html'), 'utf8'), config());
  const body = wallet ? injectWallet(html) : html;
  return { status: 200, body, contentType: contentTypeOf('index.html'), cacheControl: 'no-cache' };
}

async function send(request: IncomingMessage, response: ServerResponse, found: Answer, config: LasoConfig) {
  const zip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    ? await compressed(found.body, found.contentType)
    : null;
  const body = zip ?? Buffer.from(found.body);
  response.writeHead(found.status, {
    ...securityHeaders(config),
    'Content-Type': found.contentType,
    'Content-Length': body.length,
    'Cache-Control': found.cacheControl,
    Vary: 'Accept-Encoding',
    ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What README's server examples send with every answer. */
const securityHeaders = (config: LasoConfig): Record<string, string> => ({
  'Content-Security-Policy': `${contentSecurityPolicy(config)}; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

const plain = (status: number, body: string): Answer => ({
  status,
  body,
  contentType: contentTypeOf('answer.txt'),
  cacheControl: 'no-store',
});
