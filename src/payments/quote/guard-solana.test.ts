import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE } from '#domain/chain.ts';
import type { FindingCode } from './finding.ts';
import { checkOffer } from './guard.ts';
import { readChallenge } from './challenge.ts';
import { checkQuote } from './guard.ts';
import {
  FEE_PAYER,
  LASO,
  solanaOffer,
  solanaQuote,
  solanaReview,
  trustedAt,
  USDC,
} from '../testing/solana/order.ts';
import { challengeRaw, LIMITS, PAYER, REQUEST_URL } from '../testing/order-builders.ts';

const OWNER = 'CKf31tw1TTfFXWZ9mVV3mMJBPiSCyVmMsfdzbWhXGxb9';
const codes = (offer: Record<string, unknown>): FindingCode[] =>
  solanaQuote(offer).findings.map(({ code }) => code);

test('the documented offer may be signed, with and without what the server adds by itself', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ maxTimeoutSeconds: 345_600 })).toEqual([]);
  const added = {
    feePayer: FEE_PAYER,
    memo: 'order 7',
    recentBlockhash: USDC,
    lastValidBlockHeight: '300000150',
  };
  expect(codes({ extra: added })).toEqual([]);
});

describe('each member that differs forbids the signature', () => {
  test.each<[FindingCode, string, Record<string, unknown>]>([
    ['scheme', 'another scheme', { scheme: 'upto' }],
    ['no-offer', 'another cluster', { network: 'solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1' }],
    ['asset', 'another token', { asset: LASO }],
    ['asset', 'USDC in another case, which is another address', { asset: USDC.toLowerCase() }],
    ['recipient', 'another recipient', { payTo: OWNER }],
    ['recipient', 'Laso in another case, which is another address', { payTo: LASO.toLowerCase() }],
    ['recipient', 'Laso’s address on Base', { payTo: PAYER }],
    ['amount', 'one atom more', { amount: '50000001' }],
    ['timeout', 'a second too little', { maxTimeoutSeconds: 29 }],
    ['timeout', 'no time named', { maxTimeoutSeconds: undefined }],
    ['fee-payer', 'nobody to pay the fee', { extra: {} }],
    ['fee-payer', 'a fee payer that is no address', { extra: { feePayer: 'somebody' } }],
    ['fee-payer', 'a fee payer that is a number', { extra: { feePayer: 7 } }],
    ['memo', 'a memo that is too long', { extra: { feePayer: FEE_PAYER, memo: 'ü'.repeat(129) } }],
    ['memo', 'a memo that is no text', { extra: { feePayer: FEE_PAYER, memo: { a: 1 } } }],
    ['transfer-method', 'another method', { extra: { feePayer: FEE_PAYER, assetTransferMethod: 'permit2' } }],
    ['transfer-method', 'an escrow', { extra: { feePayer: FEE_PAYER, paymentFlow: 'escrow' } }],
  ])('%s: %s', (code, _name, offer) => expect(codes(offer)).toEqual([code]));

  test('version: the first version of the protocol is paid on Base only', () => {
    const accepts = [
      { ...solanaOffer(), maxAmountRequired: '50000000', network: 'solana', resource: REQUEST_URL },
    ];
    const challenge = readChallenge(REQUEST_URL, { header: null, body: { x402Version: 1, accepts } });
    const { findings } = checkQuote({ challenge, limits: LIMITS, trusted: trustedAt('') });
    expect(findings.map(({ code }) => code)).toEqual(['version']);
  });

  test('fee-payer, recipient: the wallet itself, once it is known', () => {
    const { challenge, offer, trusted } = solanaQuote();
    if (!offer) throw new Error('no offer');
    const found = (payer: string) =>
      checkOffer({ challenge, offer, limits: LIMITS, trusted, payer }).map(({ code }) => code);
    expect(found(OWNER)).toEqual([]);
    expect(found(FEE_PAYER)).toEqual(['fee-payer']);
    expect(found(LASO)).toEqual(['recipient']);
    expect(() => solanaReview(FEE_PAYER)).toThrow(/not the one you ordered/);
  });

  test('no random change of a member that matters passes', () => {
    const members = ['scheme', 'network', 'asset', 'payTo', 'amount', 'maxTimeoutSeconds', 'extra'] as const;
    const same = JSON.stringify(solanaOffer());
    fc.assert(
      fc.property(fc.constantFrom(...members), fc.jsonValue(), (member, value) => {
        const changed = { ...solanaOffer(), [member]: value };
        fc.pre(JSON.stringify(changed) !== same);
        fc.pre(member !== 'maxTimeoutSeconds' || !Number.isSafeInteger(value) || Number(value) < 30);
        expect(codes(changed)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('among the offers of one challenge each network finds its own', () => {
  const { offer, challenge } = solanaQuote();
  expect(challenge.offers.map(({ network }) => network)).toEqual([BASE, offer?.network]);
  expect(challengeRaw.accepts).toHaveLength(1);
});
