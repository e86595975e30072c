import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { testCard } from '#domain/test-card.ts';
import type { LasoClient } from '#laso/client.ts';
import { LasoContext } from '#laso/laso-context.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { ACCOUNT, answering, testClient } from '#laso/test-client.ts';
import { RefreshBalance } from './refresh-balance.tsx';

const show = (kind: LasoErrorKind) => {
  const refused = () => Promise.reject(new LasoError(kind, 'x', { serverMessage: 'Because' }));
  showWith({ read: refused, write: refused });
};
const showWith = (client: LasoClient, card = testCard()) =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LasoContext value={{ account: ACCOUNT, client }}>
        <RefreshBalance card={card} />
      </LasoContext>
    </QueryClientProvider>,
  );

const SENTENCES: [LasoErrorKind, string][] = [
  ['bad-request', 'Laso did not accept the request to refresh this card.'],
  ['forbidden', 'This card belongs to another account.'],
  ['not-found', 'Laso does not know this card.'],
  ['conflict', 'The balance of this card is being refreshed already.'],
  // Without Retry-After it showed nothing at all.
  ['rate-limited', 'Too many requests for now.'],
];

test.each(SENTENCES)('refused as %s: a sentence of its own, with Laso’s words', async (kind, sentence) => {
  show(kind);
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain(sentence);
  expect(alert.textContent).toContain('“Because”');
});

test('F20: an answer without a body (204) starts the countdown', async () => {
  const { client } = testClient(answering(new Response(null, { status: 204 })));
  showWith(client, testCard({ id: 'answered-with-204', type: 'us' }));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect(await screen.findByText(/You can refresh again in [45]:/)).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('F19: a gateway’s Retry-After is kept to as well', async () => {
  const gateway = new Response('Too many', { status: 429, headers: { 'Retry-After': '90' } });
  showWith(testClient(answering(gateway)).client, testCard({ id: 'gateway-429', type: 'us' }));
  await userEvent.click(screen.getByRole('button', { name: 'Refresh balance' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Something between this page and Laso');
  expect(screen.getByText(/You can refresh again in 1:/)).toBeDefined();
});
