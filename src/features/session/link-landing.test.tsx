import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answering, json } from '#testing/laso-client.ts';
import { PROJECT, testCustomToken, testIdToken, USER } from '#testing/jwt.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { testConfig } from '#testing/test-config.ts';
import { LinkLanding } from './link-landing.tsx';
import { useSessions } from '#session/session-store.ts';

const config = testConfig({ firebaseApiKey: 'key', firebaseProjectId: PROJECT });
const inAnHour = () => Date.now() + 3_600_000;

beforeEach(() => useSessions.setState({ sessions: [], active: null, showAll: false }));
afterEach(() => vi.unstubAllGlobals());

function land(authToken: string) {
  const identity = answering(
    json({ idToken: testIdToken(inAnHour()), refreshToken: 'refresh', expiresIn: '3600' }),
  );
  vi.stubGlobal('fetch', identity.fetch);
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
  return { identity, onSignedIn };
}

test.each([
  ['without a uid', { uid: undefined }],
  ['with a uid nobody can have', { uid: 'two words' }],
  ['of two users', { user_id: '0xother' }],
])(
  'S3: a custom token %s names its account after the click, before it becomes active',
  async (_what, claims) => {
    const { identity, onSignedIn } = land(testCustomToken(inAnHour(), claims));
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    const confirm = await screen.findByRole('button', { name: /^Sign in as 0x/ });
    expect(screen.getAllByText(new RegExp(USER, 'i')).length).toBeGreaterThan(0);
    expect([useSessions.getState().active, onSignedIn.mock.calls.length]).toEqual([null, 0]);
    await userEvent.click(confirm);
    await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
    expect(useSessions.getState().active).toBe(USER);
    expect(identity.sent).toHaveLength(1);
  },
);

test('a custom token that names its account opens it with one click', async () => {
  const { onSignedIn } = land(testCustomToken(inAnHour()));
  await userEvent.click(screen.getByRole('button', { name: /^Sign in as 0x/ }));
  await vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(useSessions.getState().active).toBe(USER);
});
