import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import { CardActions } from './card-actions.tsx';

/** A programme that refuses everything, each path in its own words. */
const refusing: AccountCardClient = {
  config: { baseUrl: 'https://programme.example', clientKey: 'key', usEnv: true, imageHosts: [] },
  read: async () => Promise.reject(new Error('nothing is read here')),
  write: async ({ path }) =>
    Promise.reject(new AccountCardError('bad-request', 'no', { serverMessage: `no to ${path}` })),
};
const card = {
  id: '1',
  holder: 'VERA',
  expiry: '01/28',
  last4: '1234',
  status: 'ACTIVE',
  type: 'VIRTUAL',
  orderedAtMs: null,
};
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const told = async (path: string) => {
  const alert = await screen.findByText(new RegExp(`no to ${path}`));
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  return alert;
};

test('whatever was asked for last is what is told: a failed picture does not hide a refused freeze or PIN', async () => {
  const onChanged = vi.fn(async () => undefined);
  render(<CardActions client={refusing} card={card} onChanged={onChanged} />);
  await press('Show details');
  await told('/v1/card/details/token');
  await press('Freeze');
  await press('Freeze card');
  await told('/v1/card/freeze');
  expect(onChanged).toHaveBeenCalledOnce();
  await press('Show PIN');
  await told('/v1/card/pin/token');
  await press('Set PIN');
  await told('/v1/card/set-pin/token');
  await press('Show details');
  await told('/v1/card/details/token');
});
