import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { LasoError } from '#laso/laso-error.ts';
import { testIdToken, USER } from '#testing/jwt.ts';
import { database } from '#storage/database.ts';
import { TOKENS_CHANNEL } from '#storage/keys.ts';
import { replaceTokens, sessionOf, signIn, signOut } from './session-store.ts';
import { createTokenSource, RENEW_AHEAD_MS } from './token-source.ts';

const ACCOUNT = accountIdOf(USER);
const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;
const idToken = (expiresAtMs: number, serial: number) => testIdToken(expiresAtMs, { serial });

/** Laso's `POST /auth`, as far as it matters here: each refresh token works once. */
function fakeLaso(
  options: {
    status?: number;
    /** What stands between answers, as long as it does. */
    inBetween?: () => Response | null;
    user?: string;
    down?: boolean;
    meanwhile?: () => Promise<void>;
  } = {},
) {
  let valid = 'refresh-0';
  const asked: string[] = [];
  const send: typeof fetch = async (_url, init) => {
    const body: unknown = JSON.parse(String(init?.body));
    const presented = String(Object(body).refresh_token);
    asked.push(presented);
    await options.meanwhile?.();
    if (options.down) throw new TypeError('no network');
    const foreign = options.inBetween?.();
    if (foreign) return foreign;
    if (options.status) return Response.json({ error: 'no' }, { status: options.status });
    if (presented !== valid) return Response.json({ error: 'Token may be invalid.' }, { status: 401 });
    valid = `refresh-${asked.length}`;
    const user = options.user ?? USER;
    const token = testIdToken(NOW + HOUR, { serial: asked.length, sub: user, user_id: user });
    return Response.json({ id_token: token, refresh_token: valid, expires_in: '3600', user_id: user });
  };
  return { asked, send };
}

const sourceOf = (laso: { send: typeof fetch }, tabsAnswerMs = 10) =>
  createTokenSource({ baseUrl: 'https://laso.test', fetch: laso.send, now: () => NOW, tabsAnswerMs });
const signedIn = (expiresAtMs: number, refreshToken: string | null = 'refresh-0', keep = false) =>
  signIn({
    accountId: ACCOUNT,
    userId: USER,
    tokens: { idToken: idToken(expiresAtMs, 0), refreshToken, expiresAtMs },
    keep,
  });
const ended = { kind: 'session-ended' } satisfies Partial<LasoError>;

beforeEach(() => signOut([ACCOUNT]));

test('a token that lives long enough is used as it is', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + RENEW_AHEAD_MS + 1);
  expect(await sourceOf(laso).bearer(ACCOUNT)).toBe(idToken(NOW + RENEW_AHEAD_MS + 1, 0));
  expect(laso.asked).toEqual([]);
});

test('a token that ends soon is renewed once for all who ask at the same time', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + RENEW_AHEAD_MS);
  const source = sourceOf(laso);
  const bearers = await Promise.all([1, 2, 3, 4].map(() => source.bearer(ACCOUNT)));
  expect(new Set(bearers)).toEqual(new Set([idToken(NOW + HOUR, 1)]));
  expect(laso.asked).toEqual(['refresh-0']);
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-1');
});

test('a token that Laso answered with a 401 is renewed once, whoever else was refused with it', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + HOUR);
  const source = sourceOf(laso);
  const refused = await source.bearer(ACCOUNT);
  const renewed = await Promise.all([source.renew(ACCOUNT, refused), source.renew(ACCOUNT, refused)]);
  expect(renewed).toEqual([idToken(NOW + HOUR, 1), idToken(NOW + HOUR, 1)]);
  expect(laso.asked).toHaveLength(1);
});

test.each([400, 401])(
  'a renewal refused with %i ends the session, and nothing is asked after that',
  async (status) => {
    const laso = fakeLaso({ status });
    await signedIn(NOW + 1_000);
    const source = sourceOf(laso);
    await expect(source.bearer(ACCOUNT)).rejects.toMatchObject(ended);
    expect(sessionOf(ACCOUNT)).toMatchObject({ accountId: ACCOUNT, tokens: null });
    await expect(source.bearer(ACCOUNT)).rejects.toMatchObject(ended);
    expect(laso.asked).toHaveLength(1);
  },
);

test('while Laso cannot be reached or has a problem, a token that is still valid goes on being used', async () => {
  for (const trouble of [{ down: true }, { status: 503 }]) {
    await signedIn(NOW + 1_000);
    expect(await sourceOf(fakeLaso(trouble)).bearer(ACCOUNT)).toBe(idToken(NOW + 1_000, 0));
    expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-0');
  }
});

test.each([
  [400, 'text/html', '<html><h1>400 Bad Request</h1><hr>nginx</html>'],
  [401, 'text/html', '<title>Hotel network: sign in</title>'],
  [401, 'application/json', '{"message":"Unauthorized"}'],
  [403, 'text/html', '<title>Attention required</title>'],
  [404, 'text/plain', 'Not found'],
  [429, 'application/json', '{}'],
  [200, 'text/html', '<title>Hotel network: sign in</title>'],
  [200, 'application/json', '{"ok":true}'],
])(
  'F6: a proxy’s %i (%s, %s) on a renewal ends nothing: reads go on, and a later answer of Laso renews',
  async (status, type, body) => {
    let isBetween = true;
    const inBetween = () =>
      isBetween ? new Response(body, { status, headers: { 'Content-Type': type } }) : null;
    const laso = fakeLaso({ inBetween });
    const source = sourceOf(laso);
    await signedIn(NOW + 1_000);
    expect(await source.bearer(ACCOUNT)).toBe(idToken(NOW + 1_000, 0));
    // Also where nothing serves any more: the read fails, the session stays.
    await signedIn(NOW - 1);
    await expect(source.bearer(ACCOUNT)).rejects.not.toMatchObject(ended);
    expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-0');
    isBetween = false;
    expect(await source.bearer(ACCOUNT)).toBe(idToken(NOW + HOUR, laso.asked.length));
  },
);

test('F6: a refused renewal is tried once more with newer tokens that another tab has stored', async () => {
  const old = { idToken: idToken(NOW - HOUR, 7), refreshToken: 'refresh-gone', expiresAtMs: NOW - HOUR };
  const newer = { idToken: idToken(NOW - 1, 8), refreshToken: 'refresh-0', expiresAtMs: NOW - 1 };
  // As another tab would do it, between our question and its refusal.
  const laso = fakeLaso({
    meanwhile: async () => {
      if (laso.asked.length === 1) await replaceTokens(ACCOUNT, newer);
    },
  });
  await signIn({ accountId: ACCOUNT, userId: USER, tokens: old, keep: true });
  expect(await sourceOf(laso).bearer(ACCOUNT)).toBe(idToken(NOW + HOUR, 2));
  expect(laso.asked).toEqual(['refresh-gone', 'refresh-0']);
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-2');
});

test('out of reach with an expired token, the read fails but the session stays', async () => {
  await signedIn(NOW - 1);
  await expect(sourceOf(fakeLaso({ down: true })).bearer(ACCOUNT)).rejects.toMatchObject({ kind: 'offline' });
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-0');
});

test('tokens of another account in the answer are dropped and end the session', async () => {
  const laso = fakeLaso({ user: '0x00000000000000000000000000000000000000aa' });
  await signedIn(NOW + 1_000);
  await expect(sourceOf(laso).bearer(ACCOUNT)).rejects.toMatchObject(ended);
  expect(sessionOf(ACCOUNT)?.tokens).toBeNull();
});

test('S5: renewed tokens of another project are dropped and end the session', async () => {
  await signedIn(NOW + 1_000);
  const { send } = fakeLaso();
  const foreign = createTokenSource({
    baseUrl: 'https://laso.test',
    firebaseProjectId: 'ours',
    fetch: send,
    now: () => NOW,
  });
  await expect(foreign.bearer(ACCOUNT)).rejects.toMatchObject(ended);
  expect(sessionOf(ACCOUNT)?.tokens).toBeNull();
});

test('a link without renewal is used until it ends, then the session ends without asking', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + 1_000, null);
  expect(await sourceOf(laso).bearer(ACCOUNT)).toBe(idToken(NOW + 1_000, 0));
  await signedIn(NOW, null);
  await expect(sourceOf(laso).bearer(ACCOUNT)).rejects.toMatchObject(ended);
  expect(laso.asked).toEqual([]);
});

/** As another tab would that took a link for good which nobody signed. */
const FORGED = { idToken: idToken(NOW + 99 * HOUR, 9), refreshToken: null, expiresAtMs: NOW + 99 * HOUR };

test('A8: a token that says it lasts longer does not take the place of one that can be renewed, kept or told', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + 1_000, 'refresh-0', true);
  const session = sessionOf(ACCOUNT);
  await (await database()).put('sessions', { ...session, tokens: FORGED }, ACCOUNT);
  const told = new BroadcastChannel(TOKENS_CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
  told.postMessage({ accountId: ACCOUNT, tokens: FORGED });
  await new Promise((resolve) => setTimeout(resolve, 20));
  told.close();
  expect(await sourceOf(laso).bearer(ACCOUNT)).toBe(idToken(NOW + HOUR, 1));
  expect(laso.asked).toEqual(['refresh-0']);
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-1');
});

test('A8: where ours was refused, a link that another tab has opened since is used', async () => {
  const laso = fakeLaso({ status: 401 });
  await signedIn(NOW + 1_000, 'refresh-0', true);
  const session = sessionOf(ACCOUNT);
  const link = { ...FORGED, expiresAtMs: NOW + HOUR };
  await (await database()).put('sessions', { ...session, tokens: link }, ACCOUNT);
  expect(await sourceOf(laso).bearer(ACCOUNT)).toBe(link.idToken);
});

test('an account that signed out while its renewal was under way stays signed out', async () => {
  const laso = fakeLaso({ meanwhile: () => signOut([ACCOUNT]) });
  await signedIn(NOW + 1_000, 'refresh-0', true);
  await expect(sourceOf(laso).bearer(ACCOUNT)).rejects.toMatchObject(ended);
  expect(sessionOf(ACCOUNT)).toBeUndefined();
});

test('a tab that slept through another tab’s renewal asks for its tokens instead of ending the session', async () => {
  const laso = fakeLaso();
  await signedIn(NOW + 1_000);
  vi.resetModules();
  const otherStore = await import('./session-store.ts');
  const otherTab = await import('./token-source.ts');
  const tokens = { idToken: idToken(NOW + 1_000, 0), refreshToken: 'refresh-0', expiresAtMs: NOW + 1_000 };
  await otherStore.signIn({ accountId: ACCOUNT, userId: USER, tokens, keep: false });
  const otherSource = otherTab.createTokenSource({
    baseUrl: 'https://laso.test',
    fetch: laso.send,
    now: () => NOW,
  });
  await otherSource.bearer(ACCOUNT);
  await vi.waitFor(() => expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-1'));
  // As a frozen tab would wake up: with what it had before.
  await replaceTokens(ACCOUNT, tokens);
  expect(await sourceOf(laso, 5_000).bearer(ACCOUNT)).toBe(idToken(NOW + HOUR, 1));
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-1');
});
