import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { testCard } from '#domain/test-card.ts';
import { LasoContext } from '#laso/laso-context.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { ACCOUNT } from '#laso/test-client.ts';
import { RefreshBalance } from './refresh-balance.tsx';

const show = (kind: LasoErrorKind) => {
  const refused = () => Promise.reject(new LasoError(kind, 'x', { serverMessage: 'Because' }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LasoContext value={{ account: ACCOUNT, client: { read: refused, write: refused } }}>
        <RefreshBalance card={testCard()} />
      </LasoContext>
    </QueryClientProvider>,
  );
};

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
