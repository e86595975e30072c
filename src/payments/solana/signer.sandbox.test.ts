import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSolanaChain, type SolanaChain } from '#sandbox/chain/solana-chain.ts';
import { decodeBase64Json } from '../quote/base64-json.ts';
import type { Rpc } from '#chain/json-rpc.ts';
import { endOfBlockhash } from './blockhash-end.ts';
import {
  fakeWallet,
  withData,
  withLighthouse,
  type FakeWallet,
  type Message,
} from '../testing/solana/fake-wallet.ts';
import { createSolanaSigner, type SolanaSignerInput } from './signer.ts';
import { signMessage } from './signing-wallet.ts';
import { FEE_PAYER, LASO, networkAt, solanaReview, USDC } from '../testing/solana/order.ts';
import { viewTransaction } from './transaction-view.ts';
import { bytesOfBase64 } from './wire-message.ts';

let chain: SolanaChain;
beforeAll(async () => {
  chain = await startSolanaChain();
}, 60_000);
afterAll(() => chain.stop());

const signer = (wallet: FakeWallet, changes: Partial<SolanaSignerInput> = {}) =>
  createSolanaSigner({
    review: solanaReview(wallet.address),
    connection: { address: wallet.address, wallet },
    network: networkAt(chain.rpcUrl),
    ...changes,
  });

test('the wallet is asked once, for exactly the reviewed transfer, whose fee Laso pays', async () => {
  const wallet = await fakeWallet();
  const startedSec = Math.floor(Date.now() / 1000);
  const signed = await signer(wallet).sign();
  expect(wallet.signatures).toBe(1);
  expect(wallet.inputs).toMatchObject([{ chain: 'solana:mainnet', account: { address: wallet.address } }]);

  const sent = decodeBase64Json(signed.headerValue) as { payload: { transaction: string } };
  const view = viewTransaction(bytesOfBase64(sent.payload.transaction));
  expect(view.signers).toEqual([FEE_PAYER, wallet.address]);
  expect(view.signedBy).toEqual([wallet.address]);
  const [, , transfer, memo] = view.instructions;
  const from = await chain.usdcAccountOf(wallet.address);
  expect(transfer?.accounts).toEqual([from, USDC, await chain.usdcAccountOf(LASO), wallet.address]);
  expect(new DataView(new Uint8Array(transfer?.data ?? []).buffer).getBigUint64(1, true)).toBe(50_000_000n);
  expect(signed).toMatchObject({
    payer: wallet.address,
    headerName: 'PAYMENT-SIGNATURE',
    nonce: new TextDecoder().decode(memo?.data),
    solana: { blockhash: view.blockhash, tokenAccount: from },
  });
  expect(signed.validBeforeSec - startedSec).toBeGreaterThanOrEqual(60);
  expect(signed.validBeforeSec - startedSec).toBeLessThanOrEqual(62);
});

test('a signer signs once', async () => {
  const wallet = await fakeWallet();
  const once = signer(wallet);
  await once.sign();
  await expect(once.sign()).rejects.toMatchObject({ kind: 'state' });
  expect(wallet.signatures).toBe(1);
});

test('the memo the server asks for is the one that is signed', async () => {
  const wallet = await fakeWallet();
  const review = solanaReview(wallet.address, {}, { extra: { feePayer: FEE_PAYER, memo: 'order 7' } });
  expect((await signer(wallet, { review }).sign()).nonce).toBe('order 7');
});

function priceOf(microlamports: bigint) {
  return (data: Uint8Array): Uint8Array => {
    new DataView(data.buffer).setBigUint64(1, microlamports, true);
    return data;
  };
}

describe('S21: the wallet itself is asked for its account, and each of its conditions has a name', () => {
  const refusal = (error: unknown) => async () => {
    throw error;
  };
  test.each<[string, string, () => Promise<FakeWallet>]>([
    [
      'another account',
      'wallet-account',
      async () => ({ ...(await fakeWallet()), accounts: [{ address: LASO }] }),
    ],
    ['a locked wallet', 'wallet-locked', async () => ({ ...(await fakeWallet()), accounts: [] })],
    [
      'a wallet that only sends',
      'wallet-unsupported',
      () => fakeWallet({ features: { 'solana:signTransaction': undefined } }),
    ],
    [
      'a refusal',
      'wallet-rejected',
      () => fakeWallet({ answer: refusal(Object.assign(new Error('no'), { code: 4001 })) }),
    ],
    [
      'a refusal in words, wrapped',
      'wallet-rejected',
      () =>
        fakeWallet({
          answer: refusal(Object.assign(new Error('x'), { error: new Error('User rejected the request.') })),
        }),
    ],
    [
      'a lost connection',
      'wallet-locked',
      () =>
        fakeWallet({ answer: refusal(Object.assign(new Error('x'), { name: 'WalletDisconnectedError' })) }),
    ],
    ['an answer that is no transaction', 'wallet-unsupported', () => fakeWallet({ answer: () => ['ok'] })],
    [
      'bytes that are no transaction',
      'signer-refused',
      () => fakeWallet({ answer: () => [{ signedTransaction: new Uint8Array(9) }] }),
    ],
    ['an error nobody knows', 'wallet', () => fakeWallet({ answer: refusal('odd') })],
  ])('%s', async (_name, kind, make) => {
    const wallet = await make();
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind });
  });

  test('a wallet that gives the transaction back unsigned', async () => {
    const wallet = await fakeWallet();
    const asked = () => [{ signedTransaction: Object(wallet.inputs.at(-1))['transaction'] as Uint8Array }];
    const lazy = await fakeWallet({ answer: asked });
    Object.assign(wallet, { inputs: lazy.inputs });
    await expect(signer(lazy).sign()).rejects.toMatchObject({ kind: 'wallet-unsupported' });
  });
});

describe('what wallets add', () => {
  test.each([1, 2, 3])('%d assertions after the payment are signed and kept', async (after) => {
    const wallet = await fakeWallet({ change: withLighthouse({ after }) });
    const signed = await signer(wallet).sign();
    const sent = decodeBase64Json(signed.headerValue) as { payload: { transaction: string } };
    const view = viewTransaction(bytesOfBase64(sent.payload.transaction));
    expect(view.instructions).toHaveLength(4 + after);
    expect(view.signedBy).toEqual([wallet.address]);
  });
  test.each([2, 17])('an assertion of kind %d is taken', async (kind) => {
    const wallet = await fakeWallet({ change: withLighthouse({ after: 1, kind: [kind] }) });
    expect((await signer(wallet).sign()).headerValue).toBeTruthy();
  });
  test.each([
    ['MemoryWrite, which makes an account at a signer’s cost', [0]],
    ['MemoryClose', [1]],
    ['an instruction that came later', [18]],
  ])('Lighthouse: an instruction that is no assertion is refused: %s', async (_what, kind) => {
    const wallet = await fakeWallet({ change: withLighthouse({ after: 1, kind }) });
    await expect(signer(wallet).sign()).rejects.toMatchObject({ kind: 'signer-refused' });
  });
  test('a higher price for processing is the fee payer’s to pay', async () => {
    const wallet = await fakeWallet({ change: withData(1, priceOf(5_000_000n)) });
    expect((await signer(wallet).sign()).headerValue).toBeTruthy();
  });
  test.each<[string, (message: Message) => Message]>([
    ['one assertion before the transfer', withLighthouse({ before: 1 })],
    ['Phantom today: three before, one after', withLighthouse({ before: 3, after: 1 })],
    ['four after it', withLighthouse({ after: 4 })],
    ['a price above what is taken', withData(1, priceOf(5_000_001n))],
  ])('what the payment service refuses is not sent, but explained: %s', async (_name, change) => {
    const wallet = await fakeWallet({ change });
    await expect(signer(wallet).sign()).rejects.toMatchObject({
      kind: 'wallet-unsupported',
      message: expect.stringMatching(/Fake wallet added .* Nothing was paid\. Pay on Base/),
    });
  });
});

test('a blockhash our node does not know is never signed: its end could not be told', async () => {
  const wallet = await fakeWallet();
  const extra = { feePayer: FEE_PAYER, recentBlockhash: USDC, lastValidBlockHeight: '1' };
  const review = solanaReview(wallet.address, {}, { extra });
  let waits = 0;
  const wait = async () => void (waits += 1);
  await expect(signer(wallet, { review, wait }).sign()).rejects.toMatchObject({ kind: 'rpc' });
  expect({ signatures: wallet.signatures, waits }).toEqual({ signatures: 0, waits: 9 });
});

test('a node that is some blocks behind the server is given time to see its blockhash', async () => {
  let asked = 0;
  const rpc: Rpc = async (method) => {
    if (method === 'getEpochInfo') return { absoluteSlot: 700, blockHeight: 500 };
    asked += 1;
    return { context: { slot: 700 }, value: asked > 3 };
  };
  const end = await endOfBlockhash([{ url: '', rpc }], USDC, { wait: async () => undefined });
  expect({ end, asked }).toEqual({ end: { lastValidBlockHeight: 650 }, asked: 4 });
});

test('the server’s word on how long the payment lives does not shorten what we wait for', async () => {
  const { value } = await ask('getLatestBlockhash');
  const extra = { feePayer: FEE_PAYER, recentBlockhash: value.blockhash, lastValidBlockHeight: '1' };
  const wallet = await fakeWallet();
  const review = solanaReview(wallet.address, {}, { extra });
  const signed = await signer(wallet, { review }).sign();
  expect(signed.solana?.lastValidBlockHeight).toBeGreaterThanOrEqual(value.lastValidBlockHeight);
});

test('a node that is down is passed over; without any, nothing is signed', async () => {
  const wallet = await fakeWallet();
  const network = { ...networkAt('http://127.0.0.1:1'), rpcFallbackUrls: [chain.rpcUrl] };
  expect((await signer(wallet, { network }).sign()).nonce).toMatch(/^[0-9a-f]{32}$/);
  const down = networkAt('http://127.0.0.1:1');
  await expect(signer(wallet, { network: down }).sign()).rejects.toMatchObject({ kind: 'rpc' });
  await expect(signer(wallet, { network: networkAt('') }).sign()).rejects.toMatchObject({ kind: 'no-rpc' });
  expect(wallet.signatures).toBe(1);
});

test('a text is signed with the account that was shown, and with no other', async () => {
  const wallet = await fakeWallet();
  expect(await signMessage({ address: wallet.address, wallet }, 'hello')).toMatch(
    /^[1-9A-HJ-NP-Za-km-z]{64,90}$/,
  );
  await expect(signMessage({ address: LASO, wallet }, 'hello')).rejects.toMatchObject({
    kind: 'wallet-account',
  });
});

async function ask(method: string) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] });
  const answer = await fetch(chain.rpcUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  return (await answer.json()).result;
}
