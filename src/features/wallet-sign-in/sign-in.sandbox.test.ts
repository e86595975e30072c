import 'fake-indexeddb/auto';
import { generateKeyPairSync, sign } from 'node:crypto';
import { getBase58Decoder } from '@solana/kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { NetworkConfig } from '#config/config-schema.ts';
import { accountIdOf } from '#domain/account.ts';
import { SOLANA } from '#domain/chain.ts';
import { ACCOUNT, fakeWallet } from '#payments/testing/evm/fake-wallet.ts';
import { createEvmSigner } from '#payments/evm/signer.ts';
import { signMessage } from '#payments/evm/sign-message.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { askForSignature, signInByPayment, signInBySignature } from './mutations.ts';
import { askSignature, askTerms } from './sign-in-terms.ts';
import { fakeWalletPort } from '#testing/fake-wallet-port.ts';

let sandbox: Sandbox;
let base: NetworkConfig;
const solana: NetworkConfig = {
  id: SOLANA,
  rpcUrl: '',
  usdc: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v',
  payTo: ['3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX'],
  explorerUrl: 'https://solscan.io',
};

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1' });
  const network = sandbox.config.networks.find(({ id }) => id !== SOLANA);
  if (!network) throw new Error('The sandbox has no Base');
  base = network;
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.switches.auth = 'siwx';
  sandbox.faults.clear();
});

function baseWallets() {
  const provider = fakeWallet({
    personal_sign: (params) => {
      const [raw] = Array.isArray(params) ? params : [];
      return ACCOUNT.signMessage({ message: { raw } });
    },
  });
  const connection = { address: ACCOUNT.address, provider };
  const wallets = fakeWalletPort({
    network: base,
    address: ACCOUNT.address,
    signMessage: (address, text) => signMessage({ ...connection, address }, text),
    createSigner: async (review) => createEvmSigner({ review, connection }),
  });
  return { wallets, provider };
}

function solanaWallets() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const base58 = (bytes: Uint8Array): string => getBase58Decoder().decode(bytes);
  const address = base58(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  const signText = async (_address: string, text: string) =>
    base58(sign(null, Buffer.from(text), privateKey));
  return fakeWalletPort({ network: solana, address, signMessage: signText });
}

async function offered(network: NetworkConfig, address: string) {
  const terms = await askSignature({ config: sandbox.config, network, address });
  if (!terms) throw new Error('The free sign-in is not offered');
  return terms;
}

test('a Base wallet signs in free, with one personal_sign, and is its own account', async () => {
  const { wallets, provider } = baseWallets();
  const { address } = ACCOUNT;
  const terms = await offered(base, address);
  expect(terms.problems).toEqual([]);
  const signature = await askForSignature(wallets, address, terms);
  const credentials = await signInBySignature({ config: sandbox.config, address, terms, signature });
  expect(credentials).toMatchObject({ accountId: accountIdOf(address) });
  expect(provider.calls.map(({ method }) => method)).toEqual(['eth_accounts', 'personal_sign']);

  const again = signInBySignature({ config: sandbox.config, address, terms, signature });
  await expect(again).rejects.toMatchObject({ status: 402 });
});

test('a Solana wallet signs in free, and its account is its address in lower case', async () => {
  const wallets = solanaWallets();
  const address = wallets.connection()?.address ?? '';
  const terms = await offered(solana, address);
  expect(terms.problems).toEqual([]);
  const signature = await askForSignature(wallets, address, terms);
  const credentials = await signInBySignature({ config: sandbox.config, address, terms, signature });
  expect(credentials.accountId).toBe(address.toLowerCase());
});

test.each([
  ['domain', 'evil.example'],
  ['uri', 'https://evil.example/auth'],
  ['issuedAt', '2020-01-01T00:00:00.000Z'],
])('a challenge with a tampered %s is shown as one and cannot be signed', async (field, value) => {
  sandbox.faults.add({
    route: 'auth',
    kind: 'changed-challenge',
    patch: { [`extensions.sign-in-with-x.info.${field}`]: value },
  });
  const { wallets, provider } = baseWallets();
  const terms = await offered(base, ACCOUNT.address);
  expect(terms.problems).toHaveLength(1);
  expect(() => askForSignature(wallets, ACCOUNT.address, terms)).toThrow('never signed');
  expect(provider.calls).toEqual([]);
});

test('a signature by another key than the address is refused with a 402', async () => {
  const terms = await offered(base, ACCOUNT.address);
  const signature = await ACCOUNT.signMessage({ message: `${terms.message} ` });
  const sent = signInBySignature({ config: sandbox.config, address: ACCOUNT.address, terms, signature });
  await expect(sent).rejects.toMatchObject({ status: 402, kind: 'payment-required' });
});

test('where it is not free, $0.001 is paid through the journal, once, and the answer signs in', async () => {
  sandbox.switches.auth = 'payment';
  const { wallets, provider } = baseWallets();
  const { address } = ACCOUNT;
  expect(await askSignature({ config: sandbox.config, network: base, address })).toBeNull();
  const terms = await askTerms({ config: sandbox.config, network: base, address });
  if (terms.kind !== 'payment') throw new Error('Not to be paid');
  expect(terms.quote.findings).toEqual([]);
  expect(terms.quote.offer?.amountAtomic).toBe(1_000n);
  const steps: string[] = [];
  const paid = await signInByPayment({
    config: sandbox.config,
    wallets,
    address,
    quote: terms.quote,
    accountOnScreen: null,
    acknowledgedRowIds: [],
    onRow: ({ state }) => steps.push(state),
  });
  expect(paid).toMatchObject({ error: null, credentials: { accountId: accountIdOf(address) } });
  expect(steps).toEqual(['signing', 'signed', 'sent', 'delivered']);
  expect(provider.calls.filter(({ method }) => method === 'eth_signTypedData_v4')).toHaveLength(1);
});

test('a price above one cent is no price of a sign-in', async () => {
  sandbox.switches.auth = 'payment';
  sandbox.faults.add({
    route: 'auth',
    kind: 'changed-challenge',
    times: 2,
    patch: { amount: '10001' },
  });
  const terms = await askTerms({ config: sandbox.config, network: base, address: ACCOUNT.address });
  if (terms.kind !== 'payment') throw new Error('Not to be paid');
  expect(terms.quote.findings.map(({ code }) => code)).toEqual(['amount']);
});
