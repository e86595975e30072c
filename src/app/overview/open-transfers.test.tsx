import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { testTransfer } from '#testing/transfer.ts';
import { signIn, signOut } from '#session/session-store.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import { database } from '#storage/database.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { LazyOpenTransfers } from './lazy-open-transfers.tsx';

/** The list reads no secret: there is none. */
const put = async (item: VaultItem) => (await database()).put('vault', item, item.id);

test('open transfers are listed until they are completed, and disappear with their account', async () => {
  await signIn({
    accountId: ACCOUNT,
    userId: ACCOUNT,
    keep: false,
    tokens: { idToken: 'a', refreshToken: 'b', expiresAtMs: Date.now() + 3_600_000 },
  });
  const paid = { account: ACCOUNT, boughtAtMs: Date.now() };
  await put(testTransfer({ ...paid, id: 'open' }));
  await put(testTransfer({ ...paid, id: 'done', doneAtMs: Date.now() }));
  renderWithProviders(<LazyOpenTransfers />);
  const items = await screen.findAllByRole('listitem');
  expect(items).toHaveLength(1);
  expect(items[0]?.textContent).toContain('The transfer of $95.41 is not completed yet.');
  expect(screen.getByRole('link').getAttribute('href')).toBe('/push-to-card');
  await signOut([ACCOUNT]);
  await waitFor(() => expect(screen.queryByText(/95\.41/)).toBeNull());
});
