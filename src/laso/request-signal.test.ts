import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { testSignal } from '#testing/signal.ts';
import { requestJson } from './http.ts';
import { askSignInOffer } from './sign-in-with-x-request.ts';

type Answer = () => Promise<Response>;
const url = new URL('https://laso.example/get-card-data');
const done: Answer = async () => Response.json({ ok: true });
const broken: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const requests: [string, (signal: AbortSignal, fetch: typeof globalThis.fetch) => Promise<unknown>][] = [
  ['a read', (signal, fetch) => requestJson({ method: 'GET', url, schema: z.unknown(), signal, fetch })],
  ['the offer of a sign-in', (signal, fetch) => askSignInOffer({ baseUrl: url.origin, signal, fetch })],
];

test.each(requests)('%s leaves nothing on a signal that outlives it', async (_what, ask) => {
  for (const answer of [done, broken]) {
    const given = testSignal();
    let meanwhile = 0;
    await ask(given.signal, () => {
      meanwhile = given.listeners();
      return answer();
    }).catch(() => undefined);
    expect([meanwhile, given.listeners()]).toEqual([1, 0]);
  }
});

test.each(requests)('%s is given up while its answer is still coming', async (_what, ask) => {
  const given = testSignal();
  const asking = ask(given.signal, (_url, init) => {
    const body = new ReadableStream({
      start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
    });
    queueMicrotask(() => given.abort());
    return Promise.resolve(new Response(body));
  });
  await expect(asking).rejects.toMatchObject({ name: 'LasoError', kind: 'aborted' });
});
