import { renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LasoClient } from '#laso/client.ts';
import { ACCOUNT, json, testClient, type FakeServer } from '#testing/laso-client.ts';
import { withProviders } from '#testing/render-with-providers.tsx';
import { useAllCards } from './use-all-cards.ts';

const answeringBy = (answerTo: (type: string) => Response): LasoClient => {
  const server: FakeServer = {
    sent: [],
    fetch: async (url) => answerTo(new URL(String(url)).searchParams.get('card_type') ?? ''),
  };
  return testClient(server).client;
};

function show(client: LasoClient) {
  const wrapper = withProviders({ laso: { client, account: ACCOUNT } });
  return renderHook(useAllCards, { wrapper }).result;
}
const cards = [{ card_id: 'c', usd_amount: 5, status: 'ready' }];

test('F9: a list that says there is more is not the whole, and the account is not judged by it', async () => {
  const result = show(
    answeringBy((type) => json({ cards, ...(type.includes('U.S.') && { total: 57, has_more: true }) })),
  );
  await waitFor(() => expect(result.current.isPending).toBe(false));
  expect(result.current).toMatchObject({
    unlisted: ['56 more U.S. cards'],
    listedOnly: ['only the first 1 of 57 U.S. cards'],
    incomplete: [ACCOUNT],
    missing: [],
  });
});

test('F9: lists that say nothing of the kind are whole', async () => {
  const result = show(answeringBy(() => json({ cards, count: 1 })));
  await waitFor(() => expect(result.current.isPending).toBe(false));
  expect(result.current).toMatchObject({ unlisted: [], listedOnly: [], incomplete: [], missing: [] });
});

test('F2: a host’s 404 for a list is a list that could not be read, and no empty one', async () => {
  const page = () =>
    new Response('<h1>Page Not Found</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } });
  const result = show(answeringBy((type) => (type.includes('U.S.') ? json({ cards }) : page())));
  await waitFor(() => expect(result.current.isPending).toBe(false));
  expect(result.current.missing).toEqual(['the international cards']);
  expect(result.current.problems[0]?.error).toMatchObject({ kind: 'not-laso', status: 404 });
});
