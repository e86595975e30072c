import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createLasoClient } from './client.ts';
import { LasoError } from './laso-error.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const schema = z.object({ ok: z.boolean() });
const OK = { ok: true };
const refused = () => json({ error: 'No Bearer token came with this.' }, 401);
const read = { account: ACCOUNT, path: '/x', schema };
const write = { ...read, body: { card_id: 'c1' } };

async function failure(promise: Promise<unknown>): Promise<LasoError> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  if (error instanceof LasoError) return error;
  throw new Error(`expected a LasoError, got ${String(error)}`);
}

const failureOf = (...answers: (Response | Error)[]) =>
  failure(testClient(answering(...answers)).client.read(read));

describe('what leaves the page', () => {
  test('a read carries the Bearer, asks for JSON, is not cached and sends no cookie or referrer', async () => {
    const server = answering(json(OK));
    await testClient(server).client.read({ ...read, query: { card_id: 'a b&c', card_type: undefined } });
    const [sent] = server.sent;
    expect(sent?.url).toBe('https://laso.finance/x?card_id=a+b%26c');
    expect(sent?.headers.get('authorization')).toBe('Bearer first');
    expect(sent?.headers.get('accept')).toBe('application/json');
    expect(sent?.init).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  test('a write sends JSON by POST', async () => {
    const server = answering(json(OK));
    await testClient(server).client.write(write);
    expect(server.sent[0]).toMatchObject({ method: 'POST', body: { card_id: 'c1' } });
    expect(server.sent[0]?.headers.get('content-type')).toBe('application/json');
  });

  test('callable_base_url in an answer changes nothing', async () => {
    const server = answering(json({ ...OK, callable_base_url: 'https://elsewhere.example' }));
    const { client } = testClient(server);
    await client.read(read);
    await client.read(read);
    expect(server.sent.map(({ url }) => new URL(url).origin)).toEqual([
      'https://laso.finance',
      'https://laso.finance',
    ]);
  });
});

describe('a 401 (R20)', () => {
  test('is answered by one renewal and one repeat of a read', async () => {
    const server = answering(refused(), json(OK));
    const { client, renewals } = testClient(server);
    expect(await client.read(read)).toEqual(OK);
    expect(renewals).toEqual(['first']);
    expect(server.sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  test('twice ends the read: no second renewal', async () => {
    const server = answering(refused());
    const { client, renewals } = testClient(server);
    expect((await failure(client.read(read))).kind).toBe('unauthorized');
    expect(renewals).toHaveLength(1);
    expect(server.sent).toHaveLength(2);
  });

  test('never repeats a write', async () => {
    const server = answering(refused());
    const { client, renewals } = testClient(server);
    expect((await failure(client.write(write))).kind).toBe('unauthorized');
    expect(renewals).toHaveLength(0);
    expect(server.sent).toHaveLength(1);
  });

  test('when the renewal is refused, the read fails as a session that ended', async () => {
    const server = answering(refused());
    const client = createLasoClient({
      baseUrl: 'https://laso.finance/',
      fetch: server.fetch,
      tokens: {
        bearer: async () => 'first',
        renew: async () => {
          throw new LasoError('session-ended', 'over');
        },
      },
    });
    expect((await failure(client.read(read))).kind).toBe('session-ended');
    expect(server.sent).toHaveLength(1);
  });
});

const silent: typeof fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason), { once: true });
  });
const tokens = { bearer: async () => 'first', renew: async () => 'second' };

describe('failures', () => {
  test.each([
    [400, 'bad-request'],
    [402, 'payment-required'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'bad-request'],
    [412, 'bad-request'],
    [418, 'bad-request'],
    [422, 'bad-request'],
    [429, 'rate-limited'],
    [451, 'region'],
    [500, 'server'],
    [503, 'server'],
  ] as const)('status %d is %s, and is not repeated', async (status, kind) => {
    const server = answering(json({ error: 'Because.' }, status));
    const error = await failure(testClient(server).client.read(read));
    expect(error).toMatchObject({ kind, status, serverMessage: 'Because.', frozenMessage: null });
    expect(server.sent).toHaveLength(1);
  });

  const FOREIGN = ['<html>Not Found</html>', '', '{"error":', 'null', '[]', '{"error":{"code":7}}', '{}'];
  const asJson = (body: string, status: number) =>
    new Response(body, { status, headers: { 'Content-Type': 'application/json' } });

  test.each([...FOREIGN, '{"message":"Forbidden"}'])(
    'F2, F19: a status with the body %j is not Laso’s word: it refuses nothing, and nothing is renewed or repeated for it',
    async (body) => {
      for (const status of [400, 401, 403, 404, 409, 410, 418, 422, 429, 451]) {
        const server = answering(asJson(body, status));
        const { client, renewals } = testClient(server);
        expect(await failure(client.read(read))).toMatchObject({
          kind: 'not-laso',
          status,
          serverMessage: null,
          frozenMessage: null,
        });
        expect([renewals.length, server.sent.length]).toEqual([0, 1]);
      }
      expect((await failureOf(asJson(body, 502))).kind).toBe('server');
    },
  );

  test('F2, F19: Laso’s words in a page that is not JSON are not Laso’s word', async () => {
    const text = JSON.stringify({ error: 'Not found', ok: true });
    for (const type of ['text/html', 'text/plain', ''])
      for (const status of [200, 401, 404])
        expect(
          (await failureOf(new Response(text, { status, headers: { 'Content-Type': type } }))).kind,
        ).toBe('not-laso');
  });

  test('a 403 with frozen_message is a frozen account with its reason', async () => {
    const body = { error: 'This account is frozen.', frozen_message: 'Laso is looking into this account.' };
    expect(await failureOf(json(body, 403))).toMatchObject({
      kind: 'frozen',
      status: 403,
      frozenMessage: 'Laso is looking into this account.',
      serverMessage: 'This account is frozen.',
    });
    expect((await failureOf(json({ error: 'No', frozen_message: '' }, 403))).kind).toBe('forbidden');
  });

  test('a 402 of a free route is never a challenge: one request, whatever stands in it, and Laso’s words', async () => {
    const short = { error: 'Balance too low for this card.', note: 'Fund it now.' };
    for (const [body, headers] of [
      [short, {}],
      [short, { 'WWW-Authenticate': 'Payment id="x", method="base"' }],
      [{ ...short, accepts: [{ scheme: 'exact' }] }, { 'PAYMENT-REQUIRED': 'e30=' }],
    ] as const) {
      const server = answering(json(body, 402, headers));
      const { client, renewals } = testClient(server);
      expect(await failure(client.write(write))).toMatchObject({
        kind: 'payment-required',
        serverMessage: 'Balance too low for this card.',
        hint: 'Fund it now.',
      });
      expect([server.sent.length, renewals.length]).toEqual([1, 0]);
    }
  });

  test('the wait of the body counts before the header’s', async () => {
    const slow = { error: 'Slow down', code: 'rate_limited', retry_after_seconds: 41 };
    expect(await failureOf(json(slow, 429, { 'Retry-After': '272' }))).toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 41_000,
    });
  });

  test('Retry-After is kept', async () => {
    const slow = { error: 'Slow down' };
    expect((await failureOf(json(slow, 429, { 'Retry-After': '272' }))).retryAfterMs).toBe(272_000);
    const gateway = new Response('Too many', { status: 429, headers: { 'Retry-After': '9' } });
    expect(await failureOf(gateway)).toMatchObject({ kind: 'not-laso', retryAfterMs: 9_000 });
    expect((await failureOf(json({}, 503))).retryAfterMs).toBeNull();
  });

  test('a broken connection is offline', async () => {
    expect(await failureOf(new TypeError('Failed to fetch'))).toMatchObject({
      kind: 'offline',
      status: null,
    });
  });

  test('silence is a time-out', async () => {
    const client = createLasoClient({ baseUrl: 'https://laso.finance', tokens, fetch: silent, timeoutMs: 5 });
    expect((await failure(client.read(read))).kind).toBe('timeout');
  });

  test("the caller's signal ends a request", async () => {
    const client = createLasoClient({ baseUrl: 'https://laso.finance', tokens, fetch: silent });
    const abort = new AbortController();
    const reading = failure(client.read({ ...read, signal: abort.signal }));
    abort.abort();
    expect((await reading).kind).toBe('aborted');
  });

  test.each([
    ['not json 4111111111111111', 'not-laso'],
    ['{"ok":"4111111111111111"}', 'bad-answer'],
    ['"4111111111111111"', 'not-laso'],
    ['["4111111111111111"]', 'not-laso'],
    ['', 'not-laso'],
  ] as const)('a 200 with the body %j is %s, and quotes nothing', async (body, kind) => {
    const error = await failureOf(asJson(body, 200));
    expect(error).toMatchObject({ kind, status: 200 });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('4111');
  });

  test('an error never repeats our Bearer, a token or a card number the server echoed', async () => {
    const server = answering(
      json({ error: 'Bad first eyJhbGciOiJSUzI1NiJ9.e30.c2ln and 4111 1111 1111 1111' }, 400),
    );
    const error = await failure(testClient(server).client.read(read));
    const all = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error);
    expect(error.serverMessage).toBe('Bad … … and …');
    expect(all).not.toMatch(/Bearer|eyJ|4111/);
  });
});
