import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { AccountMenu } from './account-menu.tsx';
import { useSessions } from '#session/session-store.ts';
import type { Session } from '#session/session.ts';

const sessionOf = (userId: string): Session => ({
  accountId: accountIdOf(userId),
  userId,
  tokens: { idToken: 'id', refreshToken: null, expiresAtMs: 1 },
  keep: false,
  signedInAtMs: 1,
});
const A = sessionOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');
const B = sessionOf('0x976ea74026e726554db657fa54763abd0c3a0aa9');

async function open(sessions: Session[]): Promise<(string | null)[]> {
  useSessions.setState({ sessions, active: A.accountId, showAll: false });
  renderWithProviders(
    <AccountMenu onAddAccount={() => undefined} openPayments={async () => []} keptCodes={() => null} />,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Account/ }));
  return screen.getAllByRole('menuitem').map((item) => item.textContent);
}
const showsAll = () => useSessions.getState().showAll;

beforeEach(() => useSessions.setState({ sessions: [], active: null, showAll: false }));

test('every entry is there with one account too; “All accounts” then changes nothing', async () => {
  const names = await open([A]);
  for (const name of ['All accounts', 'Add account', 'Sign out', 'Sign out everywhere'])
    expect(names.filter((shown) => shown?.includes(name)).length, name).toBeGreaterThan(0);
  await userEvent.click(screen.getByRole('menuitem', { name: /^All accounts/ }));
  expect([showsAll(), useSessions.getState().active]).toEqual([false, A.accountId]);
});

test('with two, “All accounts” puts both on screen', async () => {
  expect(await open([A, B])).toHaveLength(6);
  await userEvent.click(screen.getByRole('menuitem', { name: 'All accounts' }));
  expect(showsAll()).toBe(true);
});
