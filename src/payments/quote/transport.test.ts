import { describe, expect, test } from 'vitest';
import { testSignal } from '#testing/signal.ts';
import { PaymentError } from '../payment-error.ts';
import { requestQuote, sendPaid } from './transport.ts';
import { challengeRaw, encoded, REQUEST_URL, signedPayment } from '../testing/order-builders.ts';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const calls: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    calls.push({ url, init });
    const type = { 'Content-Type': typeof body === 'string' ? 'text/html' : 'application/json' };
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { ...type, ...headers },
    });
  };
  return { calls, fetch };
};
const failing = (error: Error) => async (): Promise<Response> => {
  throw error;
};
const neverAnswering = (_url: string, { signal }: RequestInit) =>
  new Promise<Response>((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('timed out', 'TimeoutError')));
  });
const quoteError = async (
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<PaymentError> => {
  const error: unknown = await requestQuote(REQUEST_URL, { fetch }).catch((caught: unknown) => caught);
  if (error instanceof PaymentError) return error;
  throw new Error('No PaymentError.');
};
const paidHeader = {
  'PAYMENT-RESPONSE': encoded({ success: true, transaction: '0xabc', network: 'eip155:8453', payer: '0x1' }),
};

test('a quote is a plain GET that asks for JSON and nothing else', async () => {
  const { calls, fetch } = answering(402, {}, { 'PAYMENT-REQUIRED': encoded(challengeRaw) });
  expect((await requestQuote(REQUEST_URL, { fetch })).offers).toHaveLength(1);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.init).toMatchObject({
    method: 'GET',
    headers: { Accept: 'application/json' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
});

test('a payment adds its own header and no other', async () => {
  const { calls, fetch } = answering(200, { card: {} }, paidHeader);
  await sendPaid(REQUEST_URL, signedPayment(), { fetch });
  expect(calls.map(({ init }) => init.headers)).toEqual([
    { Accept: 'application/json', 'PAYMENT-SIGNATURE': 'c2lnbmVk' },
  ]);
});

describe('an answer that is no quote becomes an error with the server’s own words', () => {
  test.each([
    [400, { error: 'A card holds 5 to 1000.' }, 'bad-request', 'A card holds 5 to 1000.'],
    [
      403,
      { error: 'Forbidden', frozen_message: 'Frozen: write to support' },
      'frozen',
      'Frozen: write to support',
    ],
    [403, { error: 'Not allowed here' }, 'refused', 'Not allowed here'],
    [404, 'not json', 'server', null],
    [429, { error: 'slow down' }, 'rate-limited', 'slow down'],
    [500, { error: { message: 'boom' } }, 'server', 'boom'],
    [503, '<html>', 'server', null],
    [200, { ok: true }, 'no-challenge', null],
    [402, {}, 'unreadable-challenge', null],
  ])('%d', async (status, body, kind, serverMessage) => {
    expect(await quoteError(answering(status, body).fetch)).toMatchObject({ kind, serverMessage });
  });
  test('429 keeps how long to wait', async () => {
    expect((await quoteError(answering(429, {}, { 'Retry-After': '17' }).fetch)).retryAfterSec).toBe(17);
  });
  test('no connection', async () => {
    expect((await quoteError(() => Promise.reject(new TypeError('Failed to fetch')))).kind).toBe('offline');
  });
  test('a caller that gives up gets its own reason back', async () => {
    const controller = new AbortController();
    controller.abort(new Error('left the page'));
    const fetch = failing(new DOMException('aborted', 'AbortError'));
    await expect(requestQuote(REQUEST_URL, { fetch, signal: controller.signal })).rejects.toThrow(
      'left the page',
    );
  });
});

describe('after sending there is an answer or silence, never an error', () => {
  test('an answer with its settlement', async () => {
    expect(
      await sendPaid(REQUEST_URL, signedPayment(), answering(200, { card: 1 }, paidHeader)),
    ).toMatchObject({
      kind: 'answered',
      status: 200,
      contentType: 'application/json',
      body: { card: 1 },
      settlement: { success: true, transaction: '0xabc' },
    });
  });
  test.each([
    ['hidden', {}],
    ['malformed', { 'PAYMENT-RESPONSE': '{{' }],
    ['of another shape', { 'PAYMENT-RESPONSE': encoded({ success: 'yes' }) }],
  ])('a settlement header that is %s is no settlement', async (_name, headers) => {
    expect(await sendPaid(REQUEST_URL, signedPayment(), answering(200, '', headers))).toMatchObject({
      kind: 'answered',
      body: null,
      settlement: null,
    });
  });
  test('a broken connection', async () => {
    const fetch = failing(new TypeError('Failed to fetch'));
    expect(await sendPaid(REQUEST_URL, signedPayment(), { fetch })).toMatchObject({
      kind: 'silent',
      settlement: null,
    });
  });
  test('a body that breaks off keeps the settlement the header told', async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new Error('cut')) });
    const fetch = async () => new Response(body, { status: 200, headers: paidHeader });
    expect(await sendPaid(REQUEST_URL, signedPayment(), { fetch })).toMatchObject({
      kind: 'silent',
      settlement: { transaction: '0xabc' },
    });
  });
  test('no answer in time', async () => {
    expect(
      await sendPaid(REQUEST_URL, signedPayment(), { fetch: neverAnswering, timeoutMs: 1 }),
    ).toMatchObject({
      kind: 'silent',
    });
  });
});

test('a quote given up is given up for the same reason, and leaves nothing on the signal', async () => {
  const given = testSignal();
  const reason = new Error('left the page');
  const asking = requestQuote(REQUEST_URL, { fetch: neverAnswering, signal: given.signal });
  given.abort(reason);
  await expect(asking).rejects.toBe(reason);
  expect(given.listeners()).toBe(0);
});
