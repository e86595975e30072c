import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { answering, json } from '#testing/laso-client.ts';
import { PROJECT, testIdToken, USER } from '#testing/jwt.ts';
import { database } from '#storage/database.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { testConfig } from '#testing/test-config.ts';
import { LinkLanding } from './link-landing.tsx';
import { sessionOf, signIn, signOut } from '#session/session-store.ts';

const ACCOUNT = accountIdOf(USER);
const HOUR = 3_600_000;
const now = Date.now();
/** Nobody signed it, and it says that it lasts longest. */
const FORGED = testIdToken(now + 1_000 * HOUR, { serial: 'forged' });
const GOOD = testIdToken(now + HOUR, { serial: 'good' });
const refused = () => json({ error: 'Invalid token' }, 401);

const config = testConfig({ firebaseApiKey: 'key', firebaseProjectId: PROJECT });

function land(authToken: string, ...answers: (Response | Error)[]) {
  const laso = answering(...answers);
  vi.stubGlobal('fetch', laso.fetch);
  const onSignedIn = vi.fn();
  renderWithProviders(
    <LinkLanding
      secrets={{ authTokens: [authToken], codes: [] }}
      keep={false}
      onKeepChange={() => undefined}
      onSignedIn={onSignedIn}
      onCancel={() => undefined}
    />,
    { config },
  );
  return { laso, onSignedIn };
}
const signedIn = (refreshToken: string | null, expiresAtMs: number, keep = false) =>
  signIn({ accountId: ACCOUNT, userId: USER, tokens: { idToken: 'mine', refreshToken, expiresAtMs }, keep });
const press = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }));
const idToken = () => sessionOf(ACCOUNT)?.tokens?.idToken;

beforeEach(async () => {
  await signOut([ACCOUNT]);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

test('A8: a link that cannot be renewed does not take the place of a session that can', async () => {
  await signedIn('refresh', now + HOUR);
  const { laso, onSignedIn } = land(FORGED, refused());
  await screen.findByRole('heading', { name: 'You are already signed in to this account.' });
  await press(/^Continue as 0x/);
  expect([onSignedIn.mock.calls.length, laso.sent.length, idToken()]).toEqual([1, 0, 'mine']);
});

test('A8: nor of one that another tab has kept on the device since this page was opened', async () => {
  const { laso } = land(FORGED, refused());
  const session = { accountId: ACCOUNT, userId: USER, keep: true, signedInAtMs: now };
  const tokens = { idToken: 'kept', refreshToken: 'refresh', expiresAtMs: now + HOUR };
  await (await database()).put('sessions', { ...session, tokens }, ACCOUNT);
  await press(/^Sign in as 0x/);
  await screen.findByText(/It is not needed/);
  expect([laso.sent.length, idToken()]).toEqual([0, 'kept']);
});

test('A8: a link that Laso refuses changes no session, however long it says it lasts', async () => {
  await signedIn(null, now + HOUR);
  const { laso, onSignedIn } = land(FORGED, refused());
  await press(/^Sign in as 0x/);
  expect((await screen.findByRole('alert')).textContent).toContain('Laso does not accept this link.');
  expect(laso.sent.map(({ url, headers }) => [new URL(url).pathname, headers.get('Authorization')])).toEqual([
    ['/get-account-balance', `Bearer ${FORGED}`],
  ]);
  expect([onSignedIn.mock.calls.length, idToken()]).toEqual([0, 'mine']);
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('A8: a link that Laso accepts signs in', async () => {
  const { onSignedIn } = land(GOOD, json({ balance: 1 }));
  await press(/^Sign in as 0x/);
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(idToken()).toBe(GOOD);
});

test('A8: the link of an account without a balance yet signs in; a host’s page for unknown addresses proves nothing', async () => {
  const first = land(FORGED, new Response('<h1>Not found</h1>', { status: 404 }));
  await press(/^Sign in as 0x/);
  expect((await screen.findByRole('alert')).textContent).toContain('The link was not used');
  expect([first.onSignedIn.mock.calls.length, idToken()]).toEqual([0, undefined]);
  vi.stubGlobal('fetch', answering(json({ error: 'No balance found' }, 404)).fetch);
  await press('Try again');
  await press(/^Sign in as 0x/);
  await vi.waitFor(() => expect(first.onSignedIn).toHaveBeenCalledOnce());
});
