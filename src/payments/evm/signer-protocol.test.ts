import { recoverTypedDataAddress } from 'viem';
import { expect, test } from 'vitest';
import { decodeBase64Json } from '../base64-json.ts';
import { readChallenge } from '../challenge.ts';
import { isJsonObject } from '../json-object.ts';
import { paymentIdIn } from '../payment-identifier.ts';
import { challengeOf, challengeRaw, challengeV1Raw, REQUEST_URL, reviewOf } from '../test-order.ts';
import { ACCOUNT, fakeWallet } from './fake-wallet.ts';
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
