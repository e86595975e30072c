import 'fake-indexeddb/auto';
import { act, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { Secret } from '#domain/secret.ts';
import { signIn, signOut } from '#session/session-store.ts';
import { testIdToken, USER } from '#testing/jwt.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { LockedHeld, useHeldOf } from './held-codes.tsx';

const account = accountIdOf(USER);
const session = () => {
  const expiresAtMs = Date.now() + 3_600_000;
  const tokens = { idToken: testIdToken(expiresAtMs), refreshToken: null, expiresAtMs };
  return signIn({ accountId: account, userId: USER, tokens, keep: false });
};

afterEach(() => useUnsavedSecrets.setState({ entries: [] }));

function Held() {
  const { shown, locked } = useHeldOf('gift-card');
  return (
    <>
      <ul>
        {shown.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
      <LockedHeld entries={locked} />
    </>
  );
}

test('a code that only this tab holds is hidden with its owner, still held, and back with them', async () => {
  await session();
  const secret = { code: Secret.of('ONCE'), pin: null, url: null };
  const boughtAtMs = Date.now() - 1_000;
  const entry = { id: 'order-1', account, label: 'Steam', amount: null, details: {}, boughtAtMs, secret };
  useUnsavedSecrets.setState({ entries: [{ ...entry, kind: 'gift-card' }] });
  renderWithProviders(<Held />);
  expect(screen.getByRole('listitem').textContent).toBe('Steam');
  await act(() => signOut([account]));
  expect(screen.queryByRole('listitem')).toBeNull();
  expect(screen.getByRole('alert').textContent).toMatch(/Sign in to 0x9965…a4dc to see it/);
  expect(document.body.textContent).not.toMatch(/Steam|ONCE/);
  expect(useUnsavedSecrets.getState().entries).toHaveLength(1);
  await act(() => session());
  expect(screen.getByRole('listitem').textContent).toBe('Steam');
  expect(screen.queryByRole('alert')).toBeNull();
});
