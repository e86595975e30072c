import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '#config/config-schema.ts';
import { startStaticHost, type StaticHost } from './static-host.ts';

const PAGE = `<!doctype html><html><head>
<script src="/take-login-link.js"></script>
<!-- laso:config -->
</head><body><div id="root"></div><script type="module" src="/assets/main-abc.js"></script></body></html>`;

const config = (apiBaseUrl: string) =>
  parseConfig({
    apiBaseUrl,
    identityToolkitUrl: `${apiBaseUrl}/identity`,
    firebaseApiKey: 'sandbox-key',
    firebaseProjectId: 'laso-sandbox',
    supportEmail: 'agents+support@laso.finance',
    networks: [
      {
        id: 'eip155:8453',
        rpcUrl: 'http://127.0.0.1:4021',
        usdc: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
        payTo: ['0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37'],
        explorerUrl: 'http://127.0.0.1:4020/explorer',
      },
    ],
    redemptionHosts: [],
    imageHosts: [],
  });

let current = config('http://127.0.0.1:4020');
let folder: string;
let host: StaticHost;
let plainHost: StaticHost;
const get = (path: string, init?: RequestInit) => fetch(`${host.url}${path}`, init);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laso-static-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(dist, 'index.html'), PAGE);
  await writeFile(join(dist, 'assets', 'main-abc.js'), 'export const main = 1;');
  [host, plainHost] = await Promise.all([
    startStaticHost({ dist, config: () => current, wallet: { rpcUrl: 'http://127.0.0.1:4021' } }),
    startStaticHost({ dist, config: () => current }),
  ]);
}, 60_000);

afterAll(async () => {
  await Promise.all([host.close(), plainHost.close()]);
  await rm(folder, { recursive: true });
});

describe('the page', () => {
  it('comes for every address without a file, never from a cache', async () => {
    for (const path of ['/', '/cards/card_1?x=1', '/index.html']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toContain('<div id="root">');
    }
  });

  it('holds the wallet directly behind the script that takes the login token away', async () => {
    const sources = [...(await (await get('/')).text()).matchAll(/<script\b[^>]*src="([^"]*)"/g)].map(
      (found) => found[1],
    );
    expect(sources).toEqual(['/take-login-link.js', '/__sandbox/wallet.js', '/assets/main-abc.js']);
  });

  it('has no wallet unless asked for', async () => {
    expect(await (await fetch(`${plainHost.url}/`)).text()).not.toContain('__sandbox');
    expect((await fetch(`${plainHost.url}/__sandbox/wallet.js`)).status).toBe(404);
  });

  it('is stamped with the configuration of the moment', async () => {
    current = config('http://127.0.0.1:5555');
    const answer = await get('/');
    expect(await answer.text()).toContain('"apiBaseUrl":"http://127.0.0.1:5555"');
    expect(answer.headers.get('content-security-policy')).toContain('connect-src http://127.0.0.1:5555');
    current = config('http://127.0.0.1:4020');
  });
});

it('sends the headers of a careful operator with every answer', async () => {
  for (const path of ['/', '/assets/main-abc.js', '/assets/missing.js', '/__sandbox/wallet.js']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
  }
});

it('caches hashed files for ever, and answers 404 for a missing one instead of the page', async () => {
  const script = await get('/assets/main-abc.js');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(await script.text()).toBe('export const main = 1;');
  expect((await get('/assets/gone.js')).status).toBe(404);
  expect((await get('/robots.txt')).status).toBe(404);
  expect((await get('/', { method: 'POST' })).status).toBe(405);
});

it('serves nothing from outside its folder', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/%00']) {
    expect(await raw(path), path).not.toContain('outside');
  }
});

it('serves the wallet as one script that names the node and announces itself', async () => {
  const script = await (await get('/__sandbox/wallet.js')).text();
  expect(script).toContain('"rpcUrl":"http://127.0.0.1:4021"');
  expect(script).toContain('finance.laso.sandbox');
  expect(script).not.toMatch(/^\s*(import|export)\b/m);
});

/** `fetch` would tidy the path up. */
function raw(path: string): Promise<string> {
  return new Promise((done, failed) => {
    const { hostname, port } = new URL(host.url);
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk))).on('end', () => done(body));
    })
      .on('error', failed)
      .end();
  });
}
