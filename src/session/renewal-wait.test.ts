import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testIdToken, USER } from '#testing/jwt.ts';
import { sessionOf, signIn, signOut } from './session-store.ts';
import { createTokenSource } from './token-source.ts';

const ACCOUNT = accountIdOf(USER);
const NOW = 1_700_000_000_000;
const HOUR = 3_600_000;
const renewed = testIdToken(NOW + HOUR, { serial: 1, sub: USER, user_id: USER });

beforeEach(() => signOut([ACCOUNT]));

test.each<[string, object, Record<string, string>]>([
  [
    'by its body',
    { error: 'Slow down', code: 'rate_limited', retry_after_seconds: 41 },
    { 'Retry-After': '5' },
  ],
  ['in seconds', { error: 'Slow down' }, { 'Retry-After': '41' }],
  ['by a gateway', {}, { 'Retry-After': '41' }],
])('a renewal that has to wait (%s) is not asked for before, to the second', async (_what, body, headers) => {
  const clock = { now: NOW };
  const answers = [
    Response.json(body, { status: 429, headers }),
    Response.json({ id_token: renewed, refresh_token: 'refresh-1', expires_in: '3600', user_id: USER }),
  ];
  let asked = 0;
  const send: typeof fetch = async () => {
    const answer = answers[asked] ?? new Response(null, { status: 500 });
    asked += 1;
    return answer;
  };
  const endsAtMs = NOW + 20_000;
  const idToken = testIdToken(endsAtMs, { serial: 0 });
  const tokens = { idToken, refreshToken: 'refresh-0', expiresAtMs: endsAtMs };
  await signIn({ accountId: ACCOUNT, userId: USER, tokens, keep: false });
  const source = createTokenSource({ baseUrl: 'https://laso.test', fetch: send, now: () => clock.now });
  // While the token is good it serves.
  expect([await source.bearer(ACCOUNT), await source.bearer(ACCOUNT)]).toEqual([idToken, idToken]);
  clock.now += 41_000 - 1;
  // Its end: the read that needs a new one waits as long, and the session stays.
  await expect(source.bearer(ACCOUNT)).rejects.toMatchObject({ retryAfterMs: 1 });
  expect([asked, sessionOf(ACCOUNT)?.tokens?.refreshToken]).toEqual([1, 'refresh-0']);
  clock.now += 1;
  expect(await source.bearer(ACCOUNT)).toBe(renewed);
});
