import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { LinkSecrets } from '#laso/login-link.ts';

const SCRIPT = readFileSync('public/take-login-link.js', 'utf8');
const HOST = 'https://dash.example';

interface Opened {
  /** What the address bar says after the script. */
  address: string;
  /** The page that was loaded instead, when the address could not be cleaned. */
  loaded: string | null;
  stopped: boolean;
  taken: LinkSecrets | null;
}

/** Runs the page's first script at an address. `replaceState` obeys the HTML standard: another origin is refused. */
function open(address: string, replace: (next: URL, page: Location) => void = obey): Opened {
  const opened: Opened = { address: '', loaded: null, stopped: false, taken: null };
  const location = {
    href: new URL(address, HOST).href,
    replace: (to: URL) => {
      opened.loaded = to.href;
    },
  };
  const window: { takeLoginLink?: () => LinkSecrets | null } = {};
  const history = {
    replaceState: (_state: null, _title: string, to: string) => replace(new URL(to, location.href), location),
  };
  const stop = () => {
    opened.stopped = true;
  };
  const performance = { getEntriesByType: () => [] };
  const listens = { addEventListener: () => {}, removeEventListener: () => {} };
  runInNewContext(SCRIPT, {
    ...{ URL, URLSearchParams, window, location, history, performance, stop },
    ...listens,
  });
  opened.address = location.href;
  opened.taken = window.takeLoginLink?.() ?? null;
  return opened;
}

type Location = { href: string };

function obey(next: URL, page: Location) {
  if (next.origin !== HOST) throw new Error('SecurityError');
  page.href = next.href;
}

const SECRET = 'eyJhbGciOiJSUzI1NiJ9.eyJ1aWQiOiIweGEifQ.c2ln';

describe('A3: the address is clean whatever its path', () => {
  test.each([
    ['/', `/?authToken=${SECRET}`, '/'],
    ['two slashes', `${HOST}//?authToken=${SECRET}`, '/'],
    ['three slashes', `${HOST}///?authToken=${SECRET}`, '/'],
    ['a backslash', `${HOST}/\\?authToken=${SECRET}`, '/'],
    ['a backslash and a path', `${HOST}/\\x?authToken=${SECRET}&y=1`, '/x?y=1'],
    ['an encoded slash', `${HOST}/%2F?authToken=${SECRET}`, '/%2F'],
    ['two slashes and a path', `${HOST}//agent/dashboard/auth?code=${SECRET}`, '/agent/dashboard/auth'],
    ['the name of another host', `${HOST}//evil.example/?authToken=${SECRET}`, '/evil.example/'],
    ['dots', `${HOST}/.//x?authToken=${SECRET}`, '/x'],
    ['the fragment', `${HOST}//#authToken=${SECRET}`, '/'],
    ['a routed fragment', `${HOST}//cards#/x?code=${SECRET}`, '/cards'],
  ])('%s', (_what, address, clean) => {
    const opened = open(address);
    expect(opened).toMatchObject({ address: `${HOST}${clean}`, loaded: null });
    expect([...(opened.taken?.authTokens ?? []), ...(opened.taken?.codes ?? [])]).toEqual([SECRET]);
  });

  test('slashes alone are cleaned too: the router takes a path for an address', () => {
    expect(open(`${HOST}//`)).toEqual({ address: `${HOST}/`, loaded: null, stopped: false, taken: null });
    expect(open(`${HOST}//cards?q=1#a`).address).toBe(`${HOST}/cards?q=1#a`);
  });

  test('an address that is clean is not written', () => {
    const write = () => {
      throw new Error('SecurityError: too many calls');
    };
    for (const address of ['/', '/sign-in', '/cards/a%2Fb?x=1&x=#top', '/?'])
      expect(open(address, write)).toMatchObject({ address: `${HOST}${address}`, loaded: null });
  });
});

describe('A3: where the address cannot be cleaned, the secret is dropped and a clean page is loaded', () => {
  test.each([
    [
      'the browser refuses',
      () => {
        throw new Error('SecurityError');
      },
    ],
    ['nothing happens', () => {}],
  ])('%s', (_what, replace) => {
    expect(open(`/cards?authToken=${SECRET}`, replace)).toMatchObject({
      loaded: `${HOST}/sign-in`,
      stopped: true,
      taken: null,
    });
  });
});
