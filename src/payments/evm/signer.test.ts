import { ExactEvmScheme } from '@x402/evm/exact/client';
import { recoverTypedDataAddress } from 'viem';
import { describe, expect, test } from 'vitest';
import { decodeBase64Json } from '../quote/base64-json.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { challengeWith, LASO, offerRaw, PAYER, reviewOf, USDC } from '../testing/order-builders.ts';
import { ACCOUNT, fakeWallet, walletFailure, type FakeWallet } from '../testing/evm/fake-wallet.ts';
import { createEvmSigner, type EvmSignerInput } from './signer.ts';
import { TRANSFER_TYPES, type TypedDataRequest } from './typed-data-check.ts';

const signer = (wallet: FakeWallet, changes: Partial<EvmSignerInput> = {}) =>
  createEvmSigner({
    review: reviewOf(),
    connection: { address: ACCOUNT.address, provider: wallet },
    ...changes,
  });
const signatures = (wallet: FakeWallet) =>
  wallet.calls.filter(({ method }) => method === 'eth_signTypedData_v4').length;

test('the wallet is asked once, for exactly the reviewed payment, and its signature recovers to the payer', async () => {
  const wallet = fakeWallet();
  const before = Math.floor(Date.now() / 1000);
  const signed = await signer(wallet).sign();
  expect(wallet.calls.map(({ method }) => method)).toEqual([
    'eth_chainId',
    'eth_accounts',
    'eth_signTypedData_v4',
  ]);
  expect(signed).toMatchObject({
    network: 'eip155:8453',
    payer: PAYER,
    headerName: 'PAYMENT-SIGNATURE',
    validAfterSec: 0,
  });
  expect(signed.validBeforeSec - before).toBeGreaterThanOrEqual(300);
  expect(signed.validBeforeSec - before).toBeLessThanOrEqual(302);

  const sent = decodeBase64Json(signed.headerValue) as {
    payload: { signature: `0x${string}`; authorization: Record<string, string> };
    accepted: unknown;
    resource: unknown;
  };
  expect(sent.accepted).toEqual(offerRaw);
  expect(sent.resource).toEqual(reviewOf().challengeRaw['resource']);
  const { from, to, value } = sent.payload.authorization;
  expect([from, to?.toLowerCase(), value]).toEqual([PAYER, LASO, '50000000']);
  const address = await recoverTypedDataAddress({
    domain: { name: 'USD Coin', version: '2', chainId: 8453, verifyingContract: USDC },
    types: TRANSFER_TYPES,
    primaryType: 'TransferWithAuthorization',
    message: {
      from: PAYER,
      to: LASO,
      value: 50_000_000n,
      validAfter: 0n,
      validBefore: BigInt(signed.validBeforeSec),
      nonce: signed.nonce as `0x${string}`,
    },
    signature: sent.payload.signature,
  });
  expect(address).toBe(PAYER);
});

test('a signer signs once', async () => {
  const wallet = fakeWallet();
  const once = signer(wallet);
  await once.sign();
  await expect(once.sign()).rejects.toMatchObject({ kind: 'state' });
  expect(signatures(wallet)).toBe(1);
});

describe('S21: chain and account are asked again just before signing', () => {
  test.each<[string, string, Parameters<typeof fakeWallet>[0]]>([
    ['another network', 'wallet-chain', { eth_chainId: () => '0x1' }],
    ['another account', 'wallet-account', { eth_accounts: () => [LASO] }],
    ['a second account in front', 'wallet-account', { eth_accounts: () => [LASO, ACCOUNT.address] }],
    ['a locked wallet', 'wallet-locked', { eth_accounts: () => [] }],
    [
      'a wallet without typed data',
      'wallet-unsupported',
      { eth_signTypedData_v4: () => Promise.reject(walletFailure(4200)) },
    ],
    ['a refusal', 'wallet-rejected', { eth_signTypedData_v4: () => Promise.reject(walletFailure(4001)) }],
    [
      'an earlier open question',
      'wallet-pending',
      { eth_signTypedData_v4: () => Promise.reject(walletFailure(-32002)) },
    ],
    [
      'a lost connection',
      'wallet-locked',
      { eth_signTypedData_v4: () => Promise.reject(walletFailure(4900)) },
    ],
    ['an answer that is no signature', 'wallet-unsupported', { eth_signTypedData_v4: () => 'ok' }],
  ])('%s', async (_name, kind, answers) => {
    const wallet = fakeWallet(answers);
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind });
    if (!answers?.['eth_signTypedData_v4']) expect(signatures(wallet)).toBe(0);
  });
  test('an internal error of the wallet is not tried again', async () => {
    const wallet = fakeWallet({ eth_signTypedData_v4: () => Promise.reject(walletFailure(-32603)) });
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind: 'wallet' });
    expect(signatures(wallet)).toBe(1);
  });
});

const base = (): TypedDataRequest => ({
  domain: { name: 'USD Coin', version: '2', chainId: 8453, verifyingContract: USDC },
  types: { ...TRANSFER_TYPES },
  primaryType: 'TransferWithAuthorization',
  message: {
    from: PAYER,
    to: LASO,
    value: 50_000_000n,
    validAfter: 0n,
    validBefore: BigInt(Math.floor(Date.now() / 1000) + 300),
    nonce: `0x${'01'.repeat(32)}`,
  },
});
const domain = (changes: object) => ({ ...base(), domain: { ...base().domain, ...changes } });
const message = (changes: object) => ({ ...base(), message: { ...base().message, ...changes } });
const now = () => BigInt(Math.floor(Date.now() / 1000));

const signingTwice: NonNullable<EvmSignerInput['scheme']> = (inner) =>
  new ExactEvmScheme({
    address: inner.address,
    signTypedData: async (request) => {
      await inner.signTypedData(request);
      return inner.signTypedData(request);
    },
  });
const writingAnotherAmount: NonNullable<EvmSignerInput['scheme']> = (inner) => {
  const real = new ExactEvmScheme(inner);
  const create = real.createPaymentPayload.bind(real);
  real.createPaymentPayload = async (...args) => {
    const result = await create(...args);
    return {
      ...result,
      payload: {
        ...result.payload,
        authorization: { ...Object(result.payload['authorization']), value: '1' },
      },
    };
  };
  return real;
};

describe('a library that asks for something else than the reviewed order is refused', () => {
  test.each<[string, () => TypedDataRequest]>([
    ['token name', () => domain({ name: 'USDC' })],
    ['token version', () => domain({ version: '1' })],
    ['chain', () => domain({ chainId: 1 })],
    ['contract', () => domain({ verifyingContract: LASO })],
    ['salt in the domain', () => domain({ salt: '0x00' })],
    ['primary type', () => ({ ...base(), primaryType: 'ReceiveWithAuthorization' })],
    [
      'permit',
      () => ({
        ...base(),
        types: { Permit: TRANSFER_TYPES.TransferWithAuthorization },
        primaryType: 'Permit',
      }),
    ],
    ['more types', () => ({ ...base(), types: { ...TRANSFER_TYPES, More: [] } })],
    ['payer', () => message({ from: LASO })],
    ['recipient', () => message({ to: PAYER })],
    ['amount', () => message({ value: 50_000_001n })],
    ['amount as text', () => message({ value: '50000000' })],
    ['start in the future', () => message({ validAfter: now() + 60n })],
    ['end too late', () => message({ validBefore: now() + 400n })],
    ['end in the past', () => message({ validBefore: now() - 1n })],
    ['short nonce', () => message({ nonce: '0x01' })],
    ['a field more', () => message({ extra: 1 })],
  ])('%s', async (_name, tampered) => {
    const wallet = fakeWallet();
    const scheme: NonNullable<EvmSignerInput['scheme']> = (inner) =>
      new ExactEvmScheme({ address: inner.address, signTypedData: () => inner.signTypedData(tampered()) });
    await expect(signer(wallet, { scheme }).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
    expect(wallet.calls).toEqual([]);
  });

  test('the server’s own term as the end, where it is longer than a signature may live', async () => {
    const wallet = fakeWallet();
    const review = reviewOf({}, challengeWith({ maxTimeoutSeconds: 345_600 }));
    const scheme: NonNullable<EvmSignerInput['scheme']> = (inner) =>
      new ExactEvmScheme({
        address: inner.address,
        signTypedData: () => inner.signTypedData(message({ validBefore: now() + 345_600n })),
      });
    await expect(signer(wallet, { scheme, review }).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
    expect(wallet.calls).toEqual([]);
  });

  test('a second signature', async () => {
    const wallet = fakeWallet();
    await expect(signer(wallet, { scheme: signingTwice }).sign()).rejects.toMatchObject({
      kind: 'signer-refused',
    });
    expect(signatures(wallet)).toBe(1);
  });

  test('a payload that is not what was signed', async () => {
    const wallet = fakeWallet();
    await expect(signer(wallet, { scheme: writingAnotherAmount }).sign()).rejects.toMatchObject({
      kind: 'signer-refused',
    });
  });
});

describe('a review that does not fit is never brought to the wallet', () => {
  test.each<[string, Partial<ReviewedOrder>]>([
    ['permit2', { offerRaw: { ...offerRaw, extra: { ...offerRaw.extra, assetTransferMethod: 'permit2' } } }],
    ['another domain than reviewed', { domain: { name: 'USDC', version: '2' } }],
    ['another token', { asset: LASO }],
    [
      'an unknown payment flow',
      { offerRaw: { ...offerRaw, extra: { ...offerRaw.extra, paymentFlow: 'odd' } } },
    ],
    ['another kind of chain', { network: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' }],
  ])('%s', async (_name, changes) => {
    const wallet = fakeWallet();
    await expect(signer(wallet, { review: reviewOf(changes) }).sign()).rejects.toMatchObject({
      kind: 'signer-refused',
    });
    expect(signatures(wallet)).toBe(0);
  });
});
