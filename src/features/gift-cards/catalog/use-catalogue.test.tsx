import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLasoClient } from '#laso/client.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import { withProviders } from '#testing/render-with-providers.tsx';
import { EVERYTHING } from '../queries.ts';
import { useCatalogue } from './use-catalogue.ts';

const PRODUCTS = ['Amazon', 'Steam'].map((name) => ({ laso_server_id: name, name, currency: 'USD' }));

/** Answers the question for everything, and refuses every search. */
const laso = {
  account: ACCOUNT,
  client: createLasoClient({
    baseUrl: 'https://laso.finance',
    tokens: { bearer: async () => 'token', renew: async () => 'token' },
    fetch: async (input) =>
      String(input).includes('q=')
        ? Response.json({ error: 'Slow down' }, { status: 429 })
        : Response.json({ gift_cards: PRODUCTS, count: 2 }),
  }),
};

function show(text: string) {
  return renderHook(({ typed }) => useCatalogue(laso, { ...EVERYTHING, text: typed }), {
    initialProps: { typed: text },
    wrapper: withProviders(),
  });
}
const names = (result: { current: ReturnType<typeof useCatalogue> }) =>
  result.current.products.map(({ name }) => name);

test('one search that fails blanked the catalogue: what was read stays, filtered by name', async () => {
  const { result, rerender } = show('');
  await waitFor(() => expect(names(result)).toEqual(['Amazon', 'Steam']));
  rerender({ typed: 'ste' });
  await waitFor(() => expect(result.current.problem).not.toBeNull());
  expect(result.current.isReady).toBe(true);
  expect(names(result)).toEqual(['Steam']);
});

test('F21: what Laso’s own search misses for its accents alone stands behind its answer', async () => {
  const named = (...list: string[]) => list.map((name) => ({ laso_server_id: name, name, currency: 'EUR' }));
  const answering = {
    account: ACCOUNT,
    client: createLasoClient({
      baseUrl: 'https://laso.finance',
      tokens: { bearer: async () => 'token', renew: async () => 'token' },
      fetch: async (input) => {
        const products = String(input).includes('q=')
          ? named('Cafe Nero', 'Espresso House')
          : named('CAFÉ Roma', 'Cafe Nero', 'CAFE\u0301 Noir', 'Cafeteria', 'Steam');
        return Response.json({ gift_cards: products, count: products.length });
      },
    }),
  };
  const { result, rerender } = renderHook(
    ({ typed }) => useCatalogue(answering, { ...EVERYTHING, text: typed }),
    {
      initialProps: { typed: '' },
      wrapper: withProviders(),
    },
  );
  await waitFor(() => expect(names(result)).toHaveLength(5));
  rerender({ typed: 'cafe' });
  await waitFor(() => expect(result.current.isSearching).toBe(false));
  expect(names(result)).toEqual(['Cafe Nero', 'Espresso House', 'CAFÉ Roma']);
});
