import { expect, test, vi } from 'vitest';

test.fails(
  'a request that no test answers fails its test, even when the code under test ignores the refusal',
  async () => {
    await expect(fetch('http://127.0.0.1:9/cards')).rejects.toThrow('No test answers');
  },
);

test.fails('and so does one after a test put back what it had stubbed', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})));
  vi.unstubAllGlobals();
  await expect(fetch('http://127.0.0.1:9/cards')).rejects.toThrow('No test answers');
});

test('what a test answers is answered', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ cards: [] })));
  expect(await (await fetch('https://laso.test/get-card-data')).json()).toEqual({ cards: [] });
  vi.unstubAllGlobals();
});
