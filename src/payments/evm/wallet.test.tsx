import { afterEach, expect, test, vi } from 'vitest';
import { NETWORK, PAYER } from '../testing/order-builders.ts';
import { WALLET_ANSWER_MS } from '../pay/wallet-answer.ts';
import { fakeWallet, walletFailure, type FakeWallet } from '../testing/evm/fake-wallet.ts';
import { createWallets } from './wallet.ts';

const icon = 'data:image/svg+xml,<svg/>';
const announced: (() => void)[] = [];

function announce(name: string, provider: FakeWallet, picture = icon): void {
  const info = { uuid: crypto.randomUUID(), name, icon: picture, rdns: `test.${name.toLowerCase()}` };
  const detail = Object.freeze({ info, provider });
  const say = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  window.addEventListener('eip6963:requestProvider', say);
  announced.push(() => window.removeEventListener('eip6963:requestProvider', say));
  say();
}
async function connectedOn(chainId: string | (() => string), answers: Parameters<typeof fakeWallet>[0]) {
  const eth_chainId = typeof chainId === 'string' ? () => chainId : chainId;
  announce('One', fakeWallet({ eth_chainId, ...answers }));
  const wallets = createWallets(NETWORK);
  await wallets.connectWallet('test.one');
  return wallets;
}
afterEach(() => announced.splice(0).forEach((stop) => stop()));

test('wallets that announce themselves are listed once, and nothing else is', () => {
  Object.assign(window, { ethereum: fakeWallet() });
  announce('One', fakeWallet());
  const wallets = createWallets(NETWORK);
  let heard = 0;
  const stop = wallets.subscribe(() => (heard += 1));
  announce('Two', fakeWallet(), 'https://tracker.example/icon.png');
  expect(wallets.detectedWallets()).toEqual([
    { id: 'test.one', name: 'One', icon },
    { id: 'test.two', name: 'Two', icon: null },
  ]);
  expect(wallets.detectedWallets()).toBe(wallets.detectedWallets());
  expect(heard).toBeGreaterThan(0);
  stop();
});

test('a connection is what the wallet says, and ends when it is ended', async () => {
  announce('One', fakeWallet());
  const wallets = createWallets(NETWORK);
  expect(wallets.currentConnection()).toBeNull();
  const connection = await wallets.connectWallet('test.one');
  expect(connection).toEqual({ walletId: 'test.one', walletName: 'One', address: PAYER, chainId: 8453 });
  expect(wallets.currentConnection()).toBe(connection);
  expect((await wallets.signingConnection()).address).toBe(PAYER);
  await wallets.disconnectWallet();
  expect(wallets.currentConnection()).toBeNull();
  await expect(wallets.signingConnection()).rejects.toMatchObject({ kind: 'wallet-locked' });
});

test.each([
  [4001, 'wallet-rejected'],
  [-32002, 'wallet-pending'],
])('a wallet that answers %d to connecting stays unconnected', async (code, kind) => {
  announce('One', fakeWallet({ eth_requestAccounts: () => Promise.reject(walletFailure(code)) }));
  const wallets = createWallets(NETWORK);
  await expect(wallets.connectWallet('test.one')).rejects.toMatchObject({ kind });
  expect(wallets.currentConnection()).toBeNull();
});

test('F14: a locked wallet that answers with no account is to be unlocked, and the second try connects', async () => {
  let locked = true;
  announce('One', fakeWallet({ eth_requestAccounts: () => (locked ? [] : [PAYER]) }));
  const wallets = createWallets(NETWORK);
  const seen: unknown[] = [];
  const stop = wallets.subscribe(() => seen.push(wallets.currentConnection()));
  await expect(wallets.connectWallet('test.one')).rejects.toMatchObject({
    kind: 'wallet-locked',
    message: expect.stringContaining('Unlock it and try again'),
  });
  expect(wallets.currentConnection()).toBeNull();
  await expect(wallets.signingConnection()).rejects.toMatchObject({ kind: 'wallet-locked' });
  locked = false;
  expect((await wallets.connectWallet('test.one')).address).toBe(PAYER);
  expect(seen).not.toContainEqual(expect.objectContaining({ address: undefined }));
  stop();
});

test('F14: a wallet that never answers is not waited for without end, and can be tried again', async () => {
  let answer = (): unknown => new Promise(() => undefined);
  announce('One', fakeWallet({ eth_requestAccounts: () => answer() }));
  const wallets = createWallets(NETWORK);
  vi.useFakeTimers();
  const connecting = wallets.connectWallet('test.one').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(WALLET_ANSWER_MS);
  vi.useRealTimers();
  expect(await connecting).toMatchObject({ kind: 'wallet-silent' });
  answer = () => [PAYER];
  expect((await wallets.connectWallet('test.one')).address).toBe(PAYER);
});

test('F14: a wallet that never answers the change to Base is not waited for without end', async () => {
  const wallets = await connectedOn('0x1', {
    wallet_switchEthereumChain: () => new Promise(() => undefined),
  });
  vi.useFakeTimers();
  const changing = wallets.switchToBase().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(WALLET_ANSWER_MS);
  vi.useRealTimers();
  expect(await changing).toMatchObject({ kind: 'wallet-silent' });
});

test('choosing another wallet ends the first connection', async () => {
  announce('One', fakeWallet());
  announce('Two', fakeWallet());
  const wallets = createWallets(NETWORK);
  await wallets.connectWallet('test.one');
  expect((await wallets.connectWallet('test.two')).walletName).toBe('Two');
  await wallets.disconnectWallet();
  expect(wallets.currentConnection()).toBeNull();
});

test('a wallet that claims to have changed the network but stayed is found out', async () => {
  const wallets = await connectedOn('0x1', { wallet_switchEthereumChain: () => null });
  await expect(wallets.switchToBase()).rejects.toMatchObject({ kind: 'wallet-chain' });
  expect(wallets.currentConnection()?.chainId).toBe(1);
});

const unknown = () => Promise.reject(walletFailure(4902));
const mobile = () =>
  Promise.reject(Object.assign(walletFailure(-32603), { data: { originalError: { code: 4902 } } }));
const failing = (code: number) => () => Promise.reject(walletFailure(code));

test.each<[string, string, RegExp, Parameters<typeof fakeWallet>[0]]>([
  [
    'does not know Base and cannot add it',
    'wallet-chain',
    /does not know Base/,
    { wallet_switchEthereumChain: unknown },
  ],
  [
    'does not know Base and fails to add it',
    'wallet-chain',
    /does not know Base/,
    { wallet_switchEthereumChain: mobile, wallet_addEthereumChain: failing(-32603) },
  ],
  [
    'is declined adding Base',
    'wallet-rejected',
    /declined/,
    { wallet_switchEthereumChain: unknown, wallet_addEthereumChain: failing(4001) },
  ],
  [
    'is declined changing to Base',
    'wallet-rejected',
    /declined/,
    { wallet_switchEthereumChain: failing(4001) },
  ],
  ['cannot change its network from a page', 'wallet-chain', /Switch it to Base in the wallet/, {}],
])('a wallet that %s says so', async (_what, kind, message, answers) => {
  const wallets = await connectedOn('0x1', answers);
  await expect(wallets.switchToBase()).rejects.toMatchObject({
    kind,
    message: expect.stringMatching(new RegExp(`${message.source}.*Nothing was paid`)),
  });
});

test('a wallet that does not know Base adds it, and is asked to change to it when it did not by itself', async () => {
  let known = false;
  let chain = '0x1';
  const wallets = await connectedOn(() => chain, {
    wallet_switchEthereumChain: () => (known ? ((chain = '0x2105'), null) : unknown()),
    wallet_addEthereumChain: (params) => {
      expect(params).toMatchObject([{ chainId: '0x2105', chainName: 'Base', rpcUrls: [NETWORK.rpcUrl] }]);
      known = true;
      return null;
    },
  });
  await wallets.switchToBase();
  expect(wallets.currentConnection()?.chainId).toBe(8453);
});

test('a wallet that changes to Base', async () => {
  let chain = '0x1';
  announce(
    'One',
    fakeWallet({ eth_chainId: () => chain, wallet_switchEthereumChain: () => ((chain = '0x2105'), null) }),
  );
  const wallets = createWallets(NETWORK);
  await wallets.connectWallet('test.one');
  await wallets.switchToBase();
  expect(wallets.currentConnection()?.chainId).toBe(8453);
});

test('without an RPC address a wallet can still connect; only reading the chain needs one', async () => {
  announce('One', fakeWallet());
  const wallets = createWallets({ ...NETWORK, rpcUrl: '' });
  expect((await wallets.connectWallet('test.one')).address).toBe(PAYER);
});
