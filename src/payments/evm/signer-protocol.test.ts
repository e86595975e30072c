import { recoverTypedDataAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { decodeBase64Json } from '../quote/base64-json.ts';
import { readChallenge } from '../quote/challenge.ts';
import { isJsonObject } from '../quote/json-object.ts';
import { paymentIdIn } from '../quote/payment-identifier.ts';
import {
  challengeOf,
  challengeRaw,
  challengeV1Raw,
  REQUEST_URL,
  reviewOf,
} from '../testing/order-builders.ts';
import { ACCOUNT, fakeWallet } from '../testing/evm/fake-wallet.ts';
import { createEvmSigner } from './signer.ts';
import { TRANSFER_TYPES } from './typed-data-check.ts';

const connection = () => ({ address: ACCOUNT.address, provider: fakeWallet() });
const member = (value: unknown, key: string): unknown => (isJsonObject(value) ? value[key] : undefined);

test('a version 1 challenge is paid with X-PAYMENT, by one signature that is the payer’s', async () => {
  const challenge = readChallenge(REQUEST_URL, { header: null, body: challengeV1Raw });
  const review = reviewOf({ payer: ACCOUNT.address }, challenge);
  const wallet = connection();
  const signed = await createEvmSigner({ review, connection: wallet }).sign();
  expect(signed).toMatchObject({ headerName: 'X-PAYMENT', network: 'eip155:8453' });
  const sent = decodeBase64Json(signed.headerValue);
  expect(sent).toMatchObject({ x402Version: 1, scheme: 'exact', network: 'base' });
  const payload = member(sent, 'payload');
  const written = Object(member(payload, 'authorization'));
  const signer = await recoverTypedDataAddress({
    domain: {
      name: 'USD Coin',
      version: '2',
      chainId: 8453,
      verifyingContract: `0x${review.asset.slice(2)}`,
    },
    types: TRANSFER_TYPES,
    primaryType: 'TransferWithAuthorization',
    message: {
      ...written,
      value: BigInt(written.value),
      validAfter: BigInt(written.validAfter),
      validBefore: BigInt(written.validBefore),
    },
    signature: Object(payload).signature,
  });
  expect(signer).toBe(ACCOUNT.address);
  expect(written).toMatchObject({ value: '50000000', to: review.payTo, nonce: signed.nonce });
  expect(wallet.provider.calls.filter(({ method }) => method === 'eth_signTypedData_v4')).toHaveLength(1);
});

test('a payment identifier goes along where the server offers one, the same in row and payload', async () => {
  const extensions = { 'payment-identifier': { info: { required: false }, schema: { type: 'object' } } };
  const review = reviewOf({ payer: ACCOUNT.address }, challengeOf({ ...challengeRaw, extensions }));
  expect(review.paymentId).toMatch(/^[A-Za-z0-9_-]{16,128}$/);
  const { headerValue } = await createEvmSigner({ review, connection: connection() }).sign();
  expect(paymentIdIn(member(decodeBase64Json(headerValue), 'extensions'))).toBe(review.paymentId);
});

test('without the offer there is no identifier', async () => {
  const review = reviewOf({ payer: ACCOUNT.address });
  expect(review.paymentId).toBeNull();
  const { headerValue } = await createEvmSigner({ review, connection: connection() }).sign();
  expect(headerValue).toBeTruthy();
});

describe.each([1, 2] as const)('what is signed lives 600 s at most, version %s', (version) => {
  const challengeNaming = (maxTimeoutSeconds: number) => {
    const [offer, ...others] = version === 1 ? challengeV1Raw.accepts : challengeRaw.accepts;
    const accepts = [{ ...offer, maxTimeoutSeconds }, ...others];
    return version === 1
      ? readChallenge(REQUEST_URL, { header: null, body: { ...challengeV1Raw, accepts } })
      : challengeOf({ ...challengeRaw, accepts });
  };

  test.each([
    [30, 30],
    [300, 300],
    [600, 600],
    [601, 600],
    [345_600, 600],
    [Number.MAX_SAFE_INTEGER, 600],
  ])('%s s named: %s s', async (named, life) => {
    const review = reviewOf({ payer: ACCOUNT.address }, challengeNaming(named));
    const startSec = Math.floor(Date.now() / 1_000);
    const wallet = connection();
    const signed = await createEvmSigner({ review, connection: wallet }).sign();
    const end = signed.validBeforeSec - startSec;
    expect([end >= life, end <= life + 2]).toEqual([true, true]);
    // What the wallet shows is what is sent.
    const asked = wallet.provider.calls.find(({ method }) => method === 'eth_signTypedData_v4')?.params;
    const shown: unknown = Array.isArray(asked) ? asked[1] : null;
    expect(JSON.parse(String(shown)).message.validBefore).toBe(String(signed.validBeforeSec));
    // The server compares this with its own terms.
    if (version === 2)
      expect(member(decodeBase64Json(signed.headerValue), 'accepted')).toEqual(review.offerRaw);
  });
});
