import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { MerchantsPage } from './merchants-page.tsx';

afterEach(cleanup);

function show(merchants: unknown[]): void {
  const { client } = testClient(answering(json({ merchants, card_type: 'Non-Reloadable U.S.' })));
  renderWithProviders(<MerchantsPage />, { path: '/merchants?q=shop', laso: { client, account: ACCOUNT } });
}

test('entries that could not be read are counted beside what could', async () => {
  show([{ name: 'Tea House', status: 'unknown' }, { status: 'accepted' }, 7]);
  expect(await screen.findByText('1 merchant. 2 entries of Laso’s answer could not be read.')).toBeTruthy();
});

test('where no entry could be read, nothing says that the merchant is unknown', async () => {
  show([null]);
  await screen.findByText('0 merchants. One entry of Laso’s answer could not be read.');
  expect(screen.queryByText(/Nothing is known/)).toBeNull();
});
