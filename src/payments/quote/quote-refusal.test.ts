import { expect, test } from 'vitest';
import { quoteRefusal } from './quote-refusal.ts';
import { PaymentError } from '../payment-error.ts';
import { requestQuote } from './transport.ts';

const NOW = Date.UTC(2026, 0, 15);
const json = 'application/json';
const refused = (status: number, body: unknown, retryAfter: string | null = null) =>
  quoteRefusal({ status, contentType: json, body }, retryAfter, NOW);

test.each<[number, object, string]>([
  [400, { error: 'x' }, 'Laso does not accept this order. Nothing was paid. Change it and try again.'],
  [401, { error: 'x' }, 'Laso refused this order (401). Nothing was paid.'],
  [
    402,
    { error: 'Balance too low.', note: 'x' },
    'Laso answered that a balance is too low for this, and named no price. Nothing was paid. Nothing was signed either: this page pays only a price that Laso names.',
  ],
  [403, { error: 'x' }, 'Laso refused this order (403). Nothing was paid.'],
  [
    403,
    { error: 'x', frozen_message: 'y' },
    'Laso has frozen this account, so it cannot order. Nothing was paid.',
  ],
  [
    403,
    { error: 'Not in your country' },
    'Laso does not sell this where you are: it goes by the country that this browser’s connection comes from, and U.S. cards are issued in the United States only. Nothing was paid. Other products may be sold where you are.',
  ],
  [
    451,
    { error: 'x' },
    'Laso does not sell this where you are: it goes by the country that this browser’s connection comes from, and U.S. cards are issued in the United States only. Nothing was paid. Other products may be sold where you are.',
  ],
  [
    403,
    { error: 'x', code: 'kyc_required' },
    'Laso wants to verify the identity of the account’s holder first, which the holder can do at laso.finance. Nothing was paid.',
  ],
  [
    403,
    { error: 'Daily limit' },
    'Laso’s limit for one day is reached: it issues about six cards a day to one wallet. Nothing was paid. Try again tomorrow.',
  ],
  [
    400,
    { error: 'Out of stock' },
    'Laso has none of these left at the moment. They come back, mostly on working days. Nothing was paid. Try again later, or choose another product.',
  ],
  [
    404,
    { error: 'x' },
    'Laso does not know what was ordered (404). Nothing was paid. Choose it again, or choose another product.',
  ],
  [
    409,
    { error: 'x' },
    'Laso is still working on an earlier request (409). Nothing was paid. Wait for its result, then try again.',
  ],
  [
    410,
    { error: 'x' },
    'What was ordered is not offered any more (410). Nothing was paid. Choose another product.',
  ],
  [
    412,
    { error: 'x' },
    'The account does not meet a condition that Laso sets for this order (412). Nothing was paid.',
  ],
  [422, { error: 'x' }, 'Laso does not accept this order. Nothing was paid. Change it and try again.'],
  [429, { error: 'x' }, 'Too many requests: Laso asks you to wait. Nothing was paid.'],
  [500, { error: 'x' }, 'Laso has a problem right now (500). Nothing was paid. Try again in a minute.'],
])('%i %j before the payment', (status, body, sentence) => {
  const { message } = refused(status, body);
  expect(message).toBe(sentence);
  expect(message).not.toContain('another account');
});

test('code, advice and "final" come along; a code that nobody knows changes nothing', () => {
  const body = {
    error: 'No such product.',
    code: 'unknown_laso_server_id',
    terminal: true,
    hint: 'Search again.',
  };
  expect(refused(404, body)).toMatchObject({
    serverMessage: 'No such product.',
    hint: 'Search again.',
    code: 'unknown_laso_server_id',
    terminal: true,
    message:
      'Laso does not know what was ordered (404). Nothing was paid. Laso says that this is final: asking again will not change it.',
  });
  expect(refused(400, { error: 'x', code: 'a_code_of_next_year' }).message).toBe(
    refused(400, { error: 'x' }).message,
  );
});

test('the wait is told to the second: of the body, else of the header, as seconds or as a date', () => {
  expect(refused(429, { error: 'x', retry_after_seconds: 4210 }, '60').retryAfterSec).toBe(4210);
  expect(refused(429, { error: 'x' }, '60').retryAfterSec).toBe(60);
  expect(refused(429, { error: 'x' }, 'Thu, 15 Jan 2026 00:00:41 GMT').retryAfterSec).toBe(41);
  expect(refused(429, { error: 'x' }).retryAfterSec).toBeNull();
  expect(refused(503, { error: 'x' }, '9').message).not.toContain('in a minute');
  expect(refused(429, { error: 'x', terminal: true }, '60').retryAfterSec).toBeNull();
});

test('what is not in Laso’s form is quoted as what it is, and decides nothing but advice', () => {
  const error = refused(403, { detail: 'Not available in your region' });
  expect(error.kind).toBe('server');
  expect(error.serverMessage).toBeNull();
  expect(error.message).toMatch(
    /^Something between.*It says: “Not available in your region”.*from where you are/,
  );
  const gateway = quoteRefusal(
    { status: 429, contentType: 'text/html', body: null },
    'Thu, 15 Jan 2026 00:00:09 GMT',
    NOW,
  );
  expect(gateway).toMatchObject({ kind: 'rate-limited', retryAfterSec: 9 });
});

const quoteOf = async (body: unknown, headers: Record<string, string> = {}): Promise<unknown> =>
  requestQuote('https://laso.finance/get-card?amount=50', {
    fetch: async () => Response.json(body, { status: 402, headers }),
  }).catch((error: unknown) => error);

test('a 402 that names no price is never read as a challenge', async () => {
  const error = await quoteOf({ error: 'Balance too low for this card.', note: 'Top it up first.' });
  expect(error).toBeInstanceOf(PaymentError);
  expect(error).toMatchObject({ kind: 'refused', hint: 'Top it up first.' });
});

test('a challenge that the page may not read is still called that', async () => {
  for (const body of [{}, { error: 'Payment required' }, { message: 'PAYMENT-REQUIRED' }])
    expect(await quoteOf(body)).toMatchObject({ kind: 'unreadable-challenge' });
  // A challenge for another protocol is none for us.
  expect(await quoteOf({}, { 'WWW-Authenticate': 'Payment id="x", method="base"' })).toMatchObject({
    kind: 'unreadable-challenge',
  });
});
