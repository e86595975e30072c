import { describe, expect, test } from 'vitest';
import { readChallenge } from './challenge.ts';
import { PaymentError } from '../payment-error.ts';
import { checkQuote } from './guard.ts';
import {
  challengeOf,
  challengeRaw,
  challengeV1Raw,
  encoded,
  offerRaw,
  LIMITS,
  REQUEST_URL,
  TRUSTED,
} from '../testing/order-builders.ts';

const failure = (read: () => unknown): PaymentError => {
  try {
    read();
  } catch (error) {
    if (error instanceof PaymentError) return error;
  }
  throw new Error('It was read without a PaymentError.');
};

test('the documented challenge is read, and kept verbatim', () => {
  const challenge = challengeOf({ ...challengeRaw, extensions: { later: { info: 'ü' } } });
  expect(challenge).toMatchObject({ version: 2, requestUrl: REQUEST_URL, resourceUrl: REQUEST_URL });
  expect(challenge.offers[0]).toMatchObject({
    amountAtomic: 50_000_000n,
    maxTimeoutSeconds: 300,
    raw: offerRaw,
  });
  expect(challenge.raw['extensions']).toEqual({ later: { info: 'ü' } });
});

test('the amount may stand under its version 1 name', () => {
  const { amount: _, ...rest } = offerRaw;
  const [offer] = challengeOf({
    ...challengeRaw,
    accepts: [{ ...rest, maxAmountRequired: '50000000' }],
  }).offers;
  expect(offer?.amountAtomic).toBe(50_000_000n);
});

test('version 2 is read from the body where the guides show it; a header beside it wins', () => {
  const inBody = readChallenge(REQUEST_URL, { header: null, body: challengeRaw });
  expect(inBody).toEqual(challengeOf(challengeRaw));
  const cheaper = { ...challengeRaw, accepts: [{ ...offerRaw, amount: '1' }] };
  const both = readChallenge(REQUEST_URL, { header: encoded(challengeRaw), body: cheaper });
  expect(both.offers[0]?.amountAtomic).toBe(50_000_000n);
});

test('an offer with two different amounts is not an offer', () => {
  expect(challengeOf({ ...challengeRaw, accepts: [{ ...offerRaw, maxAmountRequired: '1' }] }).offers).toEqual(
    [],
  );
});

test('an offer of an unknown kind does not hide the others', () => {
  const accepts = [{ scheme: 'barter' }, 7, null, offerRaw, { ...offerRaw, amount: '-1' }];
  expect(challengeOf({ ...challengeRaw, accepts }).offers).toHaveLength(1);
});

describe('a 402 that cannot be read says so', () => {
  test('without the header, it names CORS', () => {
    const error = failure(() => readChallenge(REQUEST_URL, { header: null, body: {} }));
    expect(error.kind).toBe('unreadable-challenge');
    expect(error.message).toMatch(/CORS/);
    expect(error.message).toMatch(/Nothing was paid/);
  });
  test.each([
    ['without offers', { x402Version: 1, accepts: [] }],
    ['of another version', { x402Version: 3, accepts: [offerRaw] }],
  ])('a body %s', (_name, body) => {
    expect(failure(() => readChallenge(REQUEST_URL, { header: null, body })).kind).toBe(
      'unreadable-challenge',
    );
  });
  test.each([
    ['no base64', '%%%'],
    ['no JSON', btoa('hello')],
    ['invalid UTF-8', btoa('"\xff"')],
    ['another version', encoded({ ...challengeRaw, x402Version: 3 })],
    ['no offers', encoded({ ...challengeRaw, accepts: [] })],
    ['far too long', 'A'.repeat(40_000)],
    ['null', encoded(null)],
  ])('%s', (_name, header) => {
    expect(failure(() => readChallenge(REQUEST_URL, { header, body: {} })).kind).toBe('unreadable-challenge');
  });
});

describe('version 1 has everything in the body', () => {
  test('its offers are read under the networks’ common names', () => {
    const challenge = readChallenge(REQUEST_URL, { header: null, body: challengeV1Raw });
    expect(challenge).toMatchObject({ version: 1, requestUrl: REQUEST_URL, resourceUrl: REQUEST_URL });
    expect(challenge.offers).toMatchObject([
      { network: 'eip155:8453', amountAtomic: 50_000_000n, raw: { network: 'base' } },
    ]);
  });
  test('the guard lets it pass as it is, and refuses it for another resource', () => {
    const check = (body: unknown) =>
      checkQuote({
        challenge: readChallenge(REQUEST_URL, { header: null, body }),
        limits: LIMITS,
        trusted: TRUSTED,
      }).findings.map(({ code }) => code);
    expect(check(challengeV1Raw)).toEqual([]);
    const [offer] = challengeV1Raw.accepts;
    const elsewhere = { ...offer, resource: `${REQUEST_URL}0` };
    expect(check({ ...challengeV1Raw, accepts: [elsewhere] })).toEqual(['resource']);
    // Offers for different resources: nobody can say which one would be bought.
    expect(check({ ...challengeV1Raw, accepts: [offer, elsewhere] })).toEqual(['resource']);
  });
  test('a header wins over a body', () => {
    const header = encoded(challengeRaw);
    expect(readChallenge(REQUEST_URL, { header, body: challengeV1Raw }).version).toBe(2);
  });
});
