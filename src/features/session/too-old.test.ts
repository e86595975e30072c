import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';

const SCRIPT = readFileSync('public/take-login-link.js', 'utf8');
const HOST = 'https://dash.example';
const LINK = `${HOST}/sign-in?authToken=a.b.c&ref=x#code=d`;
/** What no browser older than the baseline has. */
const OLDER = 'delete ArrayBuffer.prototype.resize;';

interface Page {
  readonly tooOld: boolean;
  readonly address: string;
  /** What was loaded to stand in for the app. */
  readonly scripts: string[];
  takeLoginLink(whole?: boolean): unknown;
  /** As a browser reports it to the window. */
  error(filename: string): void;
}

/** The page's first script in a browser; `before` makes it an older one. */
function open({ before = '', without = '' }: { before?: string; without?: string } = {}): Page {
  const location = { href: LINK, origin: HOST };
  const scripts: string[] = [];
  const listeners = new Set<(event: { filename: string }) => void>();
  const window: Record<string, unknown> = {};
  const browser: Record<string, unknown> = {
    ...{ URL, URLSearchParams, window, location },
    performance: { getEntriesByType: () => [] },
    history: {
      replaceState: (_state: null, _title: string, to: string) => {
        location.href = new URL(to, location.href).href;
      },
    },
    document: {
      createElement: () => ({ src: '' }),
      head: { appendChild: ({ src }: { src: string }) => scripts.push(src) },
    },
    addEventListener: (_type: string, listener: (event: { filename: string }) => void) =>
      listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: { filename: string }) => void) =>
      listeners.delete(listener),
  };
  delete browser[without];
  runInNewContext(before + SCRIPT, browser);
  const take = window['takeLoginLink'];
  return {
    tooOld: window['tooOld'] === true,
    address: location.href,
    scripts,
    takeLoginLink: (...args) => (typeof take === 'function' ? take(...args) : undefined),
    error: (filename) => {
      for (const listener of listeners) listener({ filename });
    },
  };
}

describe('a browser older than the baseline', () => {
  test('gets the page that says so, and the link is kept for it, once, as it was opened', () => {
    const page = open({ before: OLDER });
    expect(page).toMatchObject({ tooOld: true, scripts: ['/too-old.js'], address: `${HOST}/sign-in?ref=x` });
    expect(page.takeLoginLink(true)).toBe(LINK);
    expect(page.takeLoginLink(true)).toBeNull();
  });

  test('one that has no URLSearchParams either loses neither', () => {
    const page = open({ before: OLDER, without: 'URLSearchParams' });
    expect(page).toMatchObject({ tooOld: true, scripts: ['/too-old.js'], address: `${HOST}/sign-in` });
    expect(page.takeLoginLink(true)).toBe(LINK);
  });
});

describe('a browser of the baseline or newer', () => {
  test('is not taken for an older one, and the app gets the secrets', () => {
    const page = open();
    expect(page).toMatchObject({ tooOld: false, scripts: [] });
    expect(page.takeLoginLink()).toEqual({ authTokens: ['a.b.c'], codes: ['d'] });
  });

  test('keeps the page that says so for modules that cannot be read or run before the app has started', () => {
    const page = open();
    page.error(`${HOST}/assets/vendor-1.js`);
    page.error(`${HOST}/assets/index-1.js`);
    expect(page.scripts).toEqual(['/too-old.js']);
    expect(page.takeLoginLink(true)).toBe(LINK);
  });

  test('an error of an extension is none of ours, nor is one after the app has started', () => {
    const page = open();
    page.error('chrome-extension://abc/inject.js');
    page.error('');
    page.takeLoginLink();
    page.error(`${HOST}/assets/index-1.js`);
    expect(page.scripts).toEqual([]);
  });
});
