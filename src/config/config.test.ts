import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { apiOriginsOf } from './api-origins.ts';
import { parseConfig } from './config-schema.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { stampHtml } from './stamp-html.ts';

const shipped = (): Record<string, unknown> => JSON.parse(readFileSync('laso.config.json', 'utf8'));
const page = readFileSync('index.html', 'utf8');

test('the shipped configuration is valid, with empty keys for the operator to fill', () => {
  const config = parseConfig(shipped());
  expect(config.firebaseApiKey).toBe('');
  expect(apiOriginsOf(config)).toEqual(['https://laso.finance']);
});

describe('a wrong configuration stops the build and names the key', () => {
  test.each([
    ['apiBaseUrl', 'http://laso.finance'],
    ['apiBaseUrl', 'http://127.evil.example'],
    ['apiBaseUrl', 'https://user@laso.finance'],
    ['apiBaseUrl', 'javascript:alert(1)'],
    ['apiOrigins', ['https://laso.finance/']],
    ['supportEmail', 'nobody'],
    ['imageHosts', ['https://x.example']],
    ['networks', []],
    ['networks', [{ id: 'eip155:1' }]],
    ['surprise', true],
  ])('%s = %j', (key, value) => expect(() => parseConfig({ ...shipped(), [key]: value })).toThrow(key));
});

test('the policy lists the configured origins and nothing else', () => {
  const config = parseConfig({
    ...shipped(),
    authCodeUrl: 'https://codes.example/redeem',
    imageHosts: ['img.example'],
    networks: [
      {
        ...firstNetwork(),
        rpcUrl: 'https://rpc.example/key?x=1',
        rpcFallbackUrls: ['https://other.example'],
      },
    ],
  });
  const policy = contentSecurityPolicy(config);
  expect(policy).toContain(
    'connect-src https://laso.finance https://identitytoolkit.googleapis.com https://codes.example https://rpc.example https://other.example;',
  );
  expect(policy).toContain("img-src 'self' data: https://img.example;");
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('pictures come over http from this machine only', () => {
  const imageHosts = ['127.0.0.1:4020', 'localhost:1', '127.evil.example', 'localhost.evil.example'];
  expect(contentSecurityPolicy(parseConfig({ ...shipped(), imageHosts }))).toContain(
    'http://127.0.0.1:4020 http://localhost:1 https://127.evil.example https://localhost.evil.example',
  );
});

test('the account card’s hosts are in the policy only when it is configured', () => {
  const accountCard = {
    baseUrl: 'https://programme.example/api',
    clientKey: 'key',
    usEnv: true,
    imageHosts: ['pictures.example'],
  };
  const policy = contentSecurityPolicy(parseConfig({ ...shipped(), accountCard }));
  expect(policy).toMatch(/connect-src [^;]* https:\/\/programme\.example;/);
  expect(policy).toContain("img-src 'self' data: https://pictures.example;");
  expect(policy).toContain('frame-src https://programme.example https://pictures.example;');
  const without = contentSecurityPolicy(parseConfig(shipped()));
  expect(without).not.toMatch(/frame-src|programme|pictures/);
});

test('a stamped page can be read back and stamped again with another configuration', () => {
  const first = parseConfig({ ...shipped(), firebaseProjectId: '</script><script>alert(1)</script>' });
  const once = stampHtml(page, first);
  expect(once).not.toContain('<script>alert');
  expect(readBack(once)).toEqual(first);
  const second = parseConfig({ ...shipped(), firebaseProjectId: 'other $& project' });
  const twice = stampHtml(once, second);
  expect(readBack(twice)).toEqual(second);
  expect(twice.match(/Content-Security-Policy/g)).toHaveLength(1);
});

test('the page takes the login link before anything else of ours runs, and sends no referrer', () => {
  const stamped = stampHtml(page, parseConfig(shipped()));
  const scripts = [...stamped.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]);
  expect(scripts[0]).toBe('/take-login-link.js');
  expect(stamped.indexOf('name="referrer" content="no-referrer"')).toBeLessThan(stamped.indexOf('<script'));
});

function firstNetwork(): object {
  const { networks } = parseConfig(shipped());
  return networks[0] ?? {};
}

function readBack(html: string): unknown {
  const json = /<script type="application\/json" id="laso-config">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(json ?? 'null');
}
