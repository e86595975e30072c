import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { LasoContext } from '#session/laso-context.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { MerchantsPage } from './merchants-page.tsx';

afterEach(cleanup);

function show(merchants: unknown[]): void {
  const { client } = testClient(answering(json({ merchants, card_type: 'Non-Reloadable U.S.' })));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={['/merchants?q=shop']}>
        <LasoContext value={{ client, account: ACCOUNT }}>
          <MerchantsPage />
        </LasoContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
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
