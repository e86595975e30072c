import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE, SOLANA } from '#domain/chain.ts';
import type { Challenge } from './challenge.ts';
import type { FindingCode } from './finding.ts';
import { checkResource } from './guard-resource.ts';
import { checkOffer, checkQuote, type OrderLimits } from './guard.ts';
import { reviewOrder } from './order-review.ts';
import {
  challengeOf,
  challengeRaw,
  challengeWith,
  FIFTY,
  LASO,
  LIMITS,
  ORIGIN,
  PAYER,
  REQUEST_URL,
  TRUSTED,
  USDC,
} from '../testing/order-builders.ts';

const codes = (challenge: Challenge, limits: OrderLimits = LIMITS): FindingCode[] =>
  checkQuote({ challenge, limits, trusted: TRUSTED }).findings.map((finding) => finding.code);
const resource = (url: string): Challenge => challengeOf({ ...challengeRaw, resource: { url } });

test('the documented challenge may be signed', () => expect(codes(challengeOf(challengeRaw))).toEqual([]));

test.each([
  ['addresses in another case', { payTo: LASO.toUpperCase().replace('0X', '0x'), asset: USDC.toLowerCase() }],
  [
    'the transfer method spelled out',
    { extra: { name: 'USD Coin', version: '2', assetTransferMethod: 'eip3009' } },
  ],
  [
    'settlement before the order is made',
    { extra: { name: 'USD Coin', version: '2', paymentFlow: 'upfront' } },
  ],
  ['the shortest time', { maxTimeoutSeconds: 30 }],
  ['a second more than is ever signed', { maxTimeoutSeconds: 601 }],
  ['four days', { maxTimeoutSeconds: 345_600 }],
])('%s is the same payment', (_name, offer) => expect(codes(challengeWith(offer))).toEqual([]));

describe('each member that differs forbids the signature', () => {
  test.each<[FindingCode, string, Record<string, unknown>]>([
    ['scheme', 'another scheme', { scheme: 'upto' }],
    ['no-offer', 'another network', { network: 'eip155:1' }],
    ['no-offer', 'a test network', { network: 'eip155:84532' }],
    ['no-offer', 'only Solana', { network: SOLANA }],
    ['asset', 'another token', { asset: LASO }],
    ['recipient', 'another recipient', { payTo: PAYER }],
    ['recipient', 'no recipient', { payTo: '' }],
    ['amount', 'one atom more', { amount: '50000001' }],
    ['amount', 'one atom less', { amount: '49999999' }],
    ['amount', 'nothing', { amount: '0' }],
    ['timeout', 'a second too little', { maxTimeoutSeconds: 29 }],
    ['timeout', 'no time', { maxTimeoutSeconds: 0 }],
    ['timeout', 'no time named', { maxTimeoutSeconds: undefined }],
    ['timeout', 'a time that is no number', { maxTimeoutSeconds: null }],
    ['timeout', 'a part of a second', { maxTimeoutSeconds: 300.5 }],
    ['timeout', 'a negative time', { maxTimeoutSeconds: -5 }],
    ['token-domain', 'the domain of the test token', { extra: { name: 'USDC', version: '2' } }],
    ['token-domain', 'another domain version', { extra: { name: 'USD Coin', version: '1' } }],
    ['token-domain', 'no domain', { extra: {} }],
    ['token-domain', 'a version that is a number', { extra: { name: 'USD Coin', version: 2 } }],
    [
      'transfer-method',
      'permit2',
      { extra: { name: 'USD Coin', version: '2', assetTransferMethod: 'permit2' } },
    ],
    ['transfer-method', 'an escrow', { extra: { name: 'USD Coin', version: '2', paymentFlow: 'escrow' } }],
  ])('%s: %s', (code, _name, offer) => expect(codes(challengeWith(offer))).toEqual([code]));

  test.each([
    ['another amount in the resource', `${ORIGIN}/get-card?amount=500&format=json`],
    ['a parameter more', `${REQUEST_URL}&to=someone`],
    ['the same parameter twice', `${REQUEST_URL}&amount=50`],
    ['a parameter less', `${ORIGIN}/get-card?amount=50`],
    ['another path', `${ORIGIN}/order-gift-card?amount=50&format=json`],
    ['another origin', REQUEST_URL.replace('laso.finance', 'laso.finance.example')],
    ['plain http', REQUEST_URL.replace('https', 'http')],
    ['a user in the address', REQUEST_URL.replace('https://', 'https://laso.finance@')],
    ['no address', 'get-card?amount=50'],
  ])('resource: %s', (_name, url) => expect(codes(resource(url))).toEqual(['resource']));

  test('resource: none named', () =>
    expect(codes(challengeOf({ ...challengeRaw, resource: undefined }))).toEqual(['resource']));
  test('resource: parameters in another order are the same request', () =>
    expect(codes(resource(`${ORIGIN}/get-card?format=json&amount=%350`))).toEqual([]));
  test('a quote for another request is refused', () =>
    expect(
      codes(challengeOf(challengeRaw), { ...LIMITS, requestUrl: `${ORIGIN}/get-card?amount=60&format=json` }),
    ).toEqual(['resource']));
  test('an offer that is not of this challenge is refused', () => {
    const [offer] = challengeWith({}).offers;
    if (!offer) throw new Error('no offer');
    const found = checkOffer({
      challenge: challengeOf(challengeRaw),
      offer,
      limits: LIMITS,
      trusted: TRUSTED,
    });
    expect(found.map((finding) => finding.code)).toEqual(['no-offer']);
  });
});

test('every finding is a sentence that says nothing was signed', () => {
  const { findings } = checkQuote({
    challenge: challengeWith({ payTo: PAYER, amount: '51000000' }),
    limits: LIMITS,
    trusted: TRUSTED,
  });
  expect(findings.map((finding) => finding.sentence)).toEqual([
    `The recipient is not Laso: expected ${LASO}, got ${PAYER}. Nothing was signed.`,
    'The price differs: expected 50.00 USDC, got 51.00 USDC. Nothing was signed.',
  ]);
});

test('where the price is not exact, it is never above what was reviewed', () => {
  const { exactAmountAtomic: _, ...order } = LIMITS;
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), (amount) => {
      expect(codes(challengeWith({ amount: amount.toString() }), order).includes('amount')).toBe(
        amount > FIFTY,
      );
    }),
  );
});

test('no random change of a member that matters passes', () => {
  const members = ['scheme', 'network', 'asset', 'payTo', 'amount', 'maxTimeoutSeconds', 'extra'] as const;
  const same = JSON.stringify(challengeRaw.accepts[0]).toLowerCase();
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.jsonValue(), (member, value) => {
      const changed = { ...challengeRaw.accepts[0], [member]: value };
      fc.pre(JSON.stringify(changed).toLowerCase() !== same);
      fc.pre(member !== 'maxTimeoutSeconds' || !Number.isSafeInteger(value) || Number(value) < 30);
      expect(codes(challengeOf({ ...challengeRaw, accepts: [changed] }))).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('among several offers the plain USDC one on this network is chosen', () => {
  const [plain] = challengeRaw.accepts;
  const accepts = [
    { ...plain, network: SOLANA },
    { ...plain, extra: { name: 'USD Coin', version: '2', assetTransferMethod: 'permit2' } },
    plain,
  ];
  const { offer, findings } = checkQuote({
    challenge: challengeOf({ ...challengeRaw, accepts }),
    limits: LIMITS,
    trusted: TRUSTED,
  });
  expect({ network: offer?.network, method: offer?.extra['assetTransferMethod'], findings }).toEqual({
    network: BASE,
    method: undefined,
    findings: [],
  });
});

test('an order cannot be reviewed past the guard', () => {
  const challenge = challengeWith({ payTo: PAYER });
  const [offer] = challenge.offers;
  if (!offer) throw new Error('no offer');
  expect(() =>
    reviewOrder({
      challenge,
      offer,
      limits: LIMITS,
      trusted: TRUSTED,
      payer: PAYER,
      accountOnScreen: null,
      order: { kind: 'us-card', amountCents: 5000 },
      nowMs: 0,
    }),
  ).toThrow(/not the one you ordered/);
});

describe('what a finding about the resource says', () => {
  const URL_OF = `${ORIGIN}/get-card?amount=50&format=json`;
  const said = (url: string | null, requestUrl = REQUEST_URL) => {
    const raw = { ...challengeRaw, resource: url === null ? undefined : { url } };
    return checkResource(challengeOf(raw), requestUrl, [ORIGIN]);
  };

  test('another order: both paths with their parameters', () => {
    expect(said(`${ORIGIN}/get-card?amount=500&format=json`)).toMatchObject([
      {
        expected: '/get-card?amount=50&format=json',
        got: '/get-card?amount=500&format=json',
        sentence: expect.stringContaining('another order'),
      },
    ]);
  });

  test('nothing named, a name with a user, another server, another request', () => {
    expect(said(null)).toMatchObject([{ expected: REQUEST_URL, got: 'nothing' }]);
    expect(said(URL_OF.replace('://', '://me@'))).toMatchObject([{ got: URL_OF.replace('://', '://me@') }]);
    expect(said(URL_OF.replace(ORIGIN, 'https://other.example'))).toMatchObject([
      { expected: ORIGIN, got: 'https://other.example' },
    ]);
    for (const requestUrl of [`${URL_OF}&more=1`, 'no address'])
      expect(said(URL_OF, requestUrl)).toMatchObject([
        { expected: requestUrl, sentence: expect.stringContaining('another request') },
      ]);
  });
});
