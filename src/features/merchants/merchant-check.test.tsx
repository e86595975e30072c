import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { MerchantCheck } from './merchant-check.tsx';

const merchant = (name: string, status: string) => ({ name, url: `${name}.example`, status });

function show(...answers: Response[]) {
  const server = answering(...answers);
  const laso = { client: testClient(server).client, account: ACCOUNT };
  renderWithProviders(<MerchantCheck laso={laso} cardType="intl" renderMore={(text) => `All for ${text}`} />);
  return server;
}
const type = (text: string) =>
  userEvent.type(screen.getByRole('searchbox', { name: 'Check a merchant' }), text);

test('says for the first merchants whether the card works there, and where the others are', async () => {
  const names = ['a', 'b', 'c', 'd'].map((name) =>
    merchant(name, name === 'b' ? 'not_accepted' : 'accepted'),
  );
  const server = show(json({ merchants: names, card_type: 'Non-Reloadable International' }));
  await type('shop');
  expect(await screen.findByText('Not accepted')).toBeTruthy();
  expect(screen.getAllByText('Accepted')).toHaveLength(2);
  expect(screen.getByText('All for shop')).toBeTruthy();
  expect(screen.queryByText(/U\.S\. card only/)).toBeNull();
  // Not once per letter.
  expect(server.sent).toHaveLength(1);
});

test('says when Laso only knows about the other card', async () => {
  show(json({ merchants: [merchant('a', 'accepted')], card_type: 'Non-Reloadable U.S.' }));
  await type('shop');
  expect(await screen.findByText('Laso knows this for the U.S. card only.')).toBeTruthy();
});

test('untried is not refused, one letter asks nothing, and a failure is a sentence', async () => {
  const server = show(json({ merchants: [] }), json({ error: 'x' }, 429));
  await type('s');
  await type('h');
  expect(await screen.findByText(/That does not mean it is refused/)).toBeTruthy();
  expect(server.sent).toHaveLength(1);
  await type('o');
  expect(await screen.findByText('Too many requests for now.')).toBeTruthy();
});

const bank = {
  ...merchant('bank', 'not_accepted'),
  restriction_note: 'Transfers of value are not supported.',
};

test('a restricted merchant is shown with Laso’s reason, and no other card is suggested', async () => {
  show(json({ merchants: [bank], card_type: 'Non-Reloadable U.S.' }));
  await type('bank');
  expect(await screen.findByText('Not accepted')).toBeTruthy();
  const said = screen.getByText(/Laso says: “Transfers of value are not supported\.”/);
  expect(said.textContent).toContain('No card of Laso’s works there.');
  expect(screen.queryByText(/U\.S\. card only/)).toBeNull();
});

test('notes stand beside the merchant, and a word of Laso’s that is new is shown as it is', async () => {
  show(
    json({
      merchants: [{ ...merchant('shop', 'sometimes'), notes: 'Refuses prepaid cards.' }],
      card_type: 'Non-Reloadable International',
    }),
  );
  await type('shop');
  expect(await screen.findByText('sometimes')).toBeTruthy();
  expect(screen.getByText('Refuses prepaid cards.')).toBeTruthy();
});
