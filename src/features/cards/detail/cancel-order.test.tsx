import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { accountIdOf } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { testCard } from '#testing/card.ts';
import type { LasoClient } from '#laso/client.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { CancelOrder } from './cancel-order.tsx';

const account = accountIdOf('0xabc');
const queued = (changes: Partial<Card> = {}): Card =>
  testCard({ id: 'q-1', type: 'intl', status: 'queued', chargedCents: 25_950, ...changes });

function show(write: () => Promise<unknown>, { frozen = false } = {}) {
  const asked = vi.fn(write);
  const client: LasoClient = {
    read: () => Promise.reject(new Error('not asked')),
    write: async ({ schema }) => z.parse(schema, await asked()),
  };
  const page = (card: Card) => <CancelOrder card={card} frozen={frozen} />;
  const { rerender } = renderWithProviders(page(queued()), { laso: { client, account } });
  return { asked, user: userEvent.setup(), becomes: (card: Card) => rerender(page(card)) };
}
const confirm = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: 'Cancel order' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(screen.getByRole('dialog').textContent).toContain('$259.50');
  await user.click(dialog.getByRole('button', { name: 'Cancel order' }));
};

test('nothing is sent before it is confirmed, and the dialog names the charge', async () => {
  const { asked, user } = show(async () => ({ message: null }));
  await user.click(screen.getByRole('button', { name: 'Cancel order' }));
  await user.click(screen.getByRole('button', { name: 'Keep the order' }));
  expect(asked).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a cancelled order says where the money went, also once it is no longer queued', async () => {
  const { asked, user, becomes } = show(async () => ({ message: null }));
  await confirm(user);
  expect((await screen.findByRole('status')).textContent).toMatch(/canceled.*\$259\.50.*account balance/);
  expect(screen.getByRole('link', { name: 'Open the balance' }).getAttribute('href')).toBe('/balance');
  becomes(queued({ status: 'refunded' }));
  expect(screen.getByRole('status').textContent).toContain('$259.50');
  expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
  expect(asked).toHaveBeenCalledTimes(1);
});

test.each<[LasoErrorKind, RegExp]>([
  ['bad-request', /no longer queued.*account balance/],
  ['conflict', /no longer queued/],
  ['not-found', /does not know this order.*Nothing was canceled/],
  ['forbidden', /another account.*Nothing was canceled/],
  ['frozen', /frozen this account/],
  ['unauthorized', /did not accept this session/],
  ['rate-limited', /Too many requests/],
  ['offline', /not known whether.*Nothing is lost/],
  ['server', /not known whether/],
])('refused as %s: a sentence of its own', async (kind, words) => {
  const { user } = show(() => Promise.reject(new LasoError(kind, 'POST /cancel-intl-order')));
  await confirm(user);
  expect((await screen.findByRole('alert')).textContent).toMatch(words);
});

test('a browser that sent the POST twice gets a refusal, but the card tells that it is cancelled', async () => {
  const { user, becomes } = show(() => Promise.reject(new LasoError('bad-request', 'POST')));
  await confirm(user);
  await screen.findByRole('alert');
  becomes(queued({ status: 'refunded' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('The order is canceled');
});

test('a frozen account is offered nothing', () => {
  show(async () => ({}), { frozen: true });
  expect(screen.queryByRole('button', { name: 'Cancel order' })).toBeNull();
});
