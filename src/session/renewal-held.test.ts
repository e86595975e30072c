import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { renewalLock } from '#storage/keys.ts';
import { testIdToken, USER } from '#testing/jwt.ts';
import { sessionOf, signIn, signOut } from './session-store.ts';
import { createTokenSource } from './token-source.ts';

const ACCOUNT = accountIdOf(USER);
const NOW = 1_700_000_000_000;
const MINUTE = 60_000;

const send = vi.fn<typeof fetch>(async () =>
  Response.json({
    id_token: testIdToken(NOW + 60 * MINUTE, { serial: 1 }),
    refresh_token: 'refresh-1',
    expires_in: '3600',
    user_id: USER,
  }),
);
const source = createTokenSource({
  baseUrl: 'https://laso.test',
  fetch: send,
  now: () => NOW,
  tabsAnswerMs: 5,
});
let wake = (): void => undefined;

/** Another tab went to sleep in the middle of a renewal. */
const holdRenewal = () =>
  new Promise<void>((held) => {
    void navigator.locks.request(
      renewalLock(ACCOUNT),
      () =>
        new Promise<void>((released) => {
          wake = released;
          held();
        }),
    );
  });
const signedIn = (expiresAtMs: number) =>
  signIn({
    accountId: ACCOUNT,
    userId: USER,
    tokens: { idToken: testIdToken(expiresAtMs, { serial: 0 }), refreshToken: 'refresh-0', expiresAtMs },
    keep: false,
  });

beforeEach(async () => {
  await signOut([ACCOUNT]);
  send.mockClear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  wake();
  vi.useRealTimers();
});

test('F12: a tab that sleeps with the renewal does not stop reads while the token is good', async () => {
  await signedIn(NOW + 4 * MINUTE);
  await holdRenewal();
  const bearer = source.bearer(ACCOUNT);
  await vi.advanceTimersByTimeAsync(9_000);
  expect(await bearer).toBe(testIdToken(NOW + 4 * MINUTE, { serial: 0 }));
  // The sleeping tab may have used the refresh token up.
  expect(send).not.toHaveBeenCalled();
});

test('F12: when the token is over, a read says within 15 s what it waits for, and goes on when that tab is gone', async () => {
  await signedIn(NOW - 1);
  await holdRenewal();
  const bearer = source.bearer(ACCOUNT).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await bearer).toMatchObject({ kind: 'renewal-held' });
  expect(sessionOf(ACCOUNT)?.tokens?.refreshToken).toBe('refresh-0');
  wake();
  expect(await source.bearer(ACCOUNT)).toBe(testIdToken(NOW + 60 * MINUTE, { serial: 1 }));
  expect(send).toHaveBeenCalledOnce();
});

test('F12: a token that Laso refused is not handed out again because another tab sleeps', async () => {
  await signedIn(NOW + 30 * MINUTE);
  await holdRenewal();
  const rejected = testIdToken(NOW + 30 * MINUTE, { serial: 0 });
  const renewed = source.renew(ACCOUNT, rejected).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await renewed).toMatchObject({ kind: 'renewal-held' });
});
