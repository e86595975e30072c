import { beforeAll, expect, test, vi } from 'vitest';
import { SOLANA_WALLET_KEY } from '#storage/keys.ts';
import { WALLET_ANSWER_MS } from '../pay/wallet-answer.ts';
import { LASO, FEE_PAYER } from '../testing/solana/order.ts';
import { createSolanaWallets } from './wallet.ts';

type Change = (changes: { accounts: readonly object[] }) => void;
const icon = 'data:image/svg+xml;base64,PHN2Zy8+';
let names = 0;

interface Habits {
  /** Instead of giving the account. */
  onConnect?: () => Promise<void>;
  /** Answers, but with no account. */
  isLocked?: () => boolean;
  address?: string;
  icon?: string;
  chains?: string[];
}

/** A wallet that announces itself as the wallet standard says. */
function announce({
  onConnect,
  isLocked = () => false,
  address = LASO,
  icon: picture = icon,
  chains = ['solana:mainnet'],
}: Habits = {}) {
  const listeners = new Set<Change>();
  const features = ['solana:signTransaction'];
  const accountAt = (at: string) => ({ address: at, publicKey: new Uint8Array(32), chains, features });
  let accounts: object[] = [];
  const set = (next: object[]): void => {
    accounts = next;
    for (const listener of listeners) listener({ accounts });
  };
  const calls: string[] = [];
  const wallet = {
    version: '1.0.0',
    name: `Wallet ${(names += 1)}`,
    icon: picture,
    chains,
    get accounts() {
      return accounts;
    },
    features: {
      'standard:connect': {
        version: '1.0.0',
        connect: async () => {
          calls.push('connect');
          await onConnect?.();
          set(isLocked() ? [] : [accountAt(address)]);
          return { accounts };
        },
      },
      'standard:disconnect': {
        version: '1.0.0',
        disconnect: async () => {
          calls.push('disconnect');
          set([]);
        },
      },
      'standard:events': {
        version: '1.0.0',
        on: (_event: string, listener: Change) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      'solana:signTransaction': {
        version: '1.0.0',
        supportedTransactionVersions: ['legacy', 0],
        signTransaction: async () => [],
      },
    },
  };
  const give = ({ register }: { register: (wallet: object) => void }): void => void register(wallet);
  window.addEventListener('wallet-standard:app-ready', (event) => give(Object(event).detail));
  window.dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: give }));
  return { name: wallet.name, calls, useAccount: (at: string) => set([accountAt(at)]), lock: () => set([]) };
}

beforeAll(() => {
  // The wallet host is a root of its own: it works by React's own schedule, as in the page.
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false);
});
async function opened() {
  const wallets = createSolanaWallets();
  await vi.waitFor(() => expect(wallets.detectedWallets().length).toBeGreaterThan(0));
  return wallets;
}

test('wallets that announce themselves, before and after, are listed once; pictures that need a request are not shown', async () => {
  const early = announce();
  const wallets = await opened();
  let heard = 0;
  const stop = wallets.subscribe(() => (heard += 1));
  const late = announce({ icon: 'https://tracker.example/icon.png' });
  const other = announce({ chains: ['bitcoin:mainnet'] });
  await vi.waitFor(() => expect(wallets.detectedWallets().map(({ name }) => name)).toContain(late.name));
  const listed = wallets.detectedWallets();
  expect(listed).toContainEqual({ id: early.name, name: early.name, icon });
  expect(listed).toContainEqual({ id: late.name, name: late.name, icon: null });
  expect(listed.map(({ name }) => name)).not.toContain(other.name);
  expect(wallets.detectedWallets()).toBe(listed);
  expect(heard).toBeGreaterThan(0);
  expect(early.calls).toEqual([]);
  stop();
});

test('a connection is what the wallet says, follows its account, and ends when it is ended; nothing is remembered', async () => {
  const wallet = announce();
  const wallets = await opened();
  expect(wallets.currentConnection()).toBeNull();
  expect(() => wallets.signingConnection()).toThrow(/No wallet is connected/);
  const connection = await wallets.connectWallet(wallet.name);
  expect(connection).toEqual({ walletId: wallet.name, walletName: wallet.name, address: LASO });
  expect(wallets.currentConnection()).toBe(connection);
  expect(await wallets.connectWallet(wallet.name)).toBe(connection);
  expect(wallets.signingConnection().wallet.name).toBe(wallet.name);
  expect(localStorage).toHaveLength(0);

  wallet.useAccount(FEE_PAYER);
  await vi.waitFor(() => expect(wallets.currentConnection()?.address).toBe(FEE_PAYER));
  await wallets.disconnectWallet();
  expect(wallets.currentConnection()).toBeNull();
  expect(wallet.calls).toEqual(['connect', 'disconnect']);
});

test('a refusal is said, and the same wallet can be asked again', async () => {
  let refuse = true;
  const wallet = announce({
    onConnect: async () => {
      if (refuse) throw Object.assign(new Error('User rejected the request.'), { code: 4001 });
    },
  });
  const wallets = await opened();
  await expect(wallets.connectWallet(wallet.name)).rejects.toMatchObject({ kind: 'wallet-rejected' });
  expect(wallets.currentConnection()).toBeNull();
  refuse = false;
  expect((await wallets.connectWallet(wallet.name)).address).toBe(LASO);
});

test('F14: a locked wallet that answers with no account is to be unlocked, and the second try connects', async () => {
  let locked = true;
  const wallet = announce({ isLocked: () => locked });
  const wallets = await opened();
  await expect(wallets.connectWallet(wallet.name)).rejects.toMatchObject({
    kind: 'wallet-locked',
    message: expect.stringContaining('Unlock it'),
  });
  expect(wallets.currentConnection()).toBeNull();
  locked = false;
  expect((await wallets.connectWallet(wallet.name)).address).toBe(LASO);
});

test('F14: a wallet that never answers is not waited for without end, and can be tried again', async () => {
  let answer = () => new Promise<void>(() => undefined);
  const wallet = announce({ onConnect: () => answer() });
  const wallets = await opened();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const connecting = wallets.connectWallet(wallet.name).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(WALLET_ANSWER_MS);
  vi.useRealTimers();
  expect(await connecting).toMatchObject({ kind: 'wallet-silent' });
  answer = async () => undefined;
  await vi.waitFor(() => expect(wallet.calls).toContain('disconnect'));
  expect((await wallets.connectWallet(wallet.name)).address).toBe(LASO);
});

test('choosing another wallet ends the first connection', async () => {
  const [one, two] = [announce(), announce({ address: FEE_PAYER })];
  const wallets = await opened();
  await wallets.connectWallet(one.name);
  expect((await wallets.connectWallet(two.name)).walletName).toBe(two.name);
  expect(one.calls).toEqual(['connect', 'disconnect']);
  expect(wallets.currentConnection()?.address).toBe(FEE_PAYER);
});

test('a wallet that locks itself is not connected any more, and connects again when asked', async () => {
  const wallet = announce();
  const wallets = await opened();
  await wallets.connectWallet(wallet.name);
  wallet.lock();
  await vi.waitFor(() => expect(wallets.currentConnection()).toBeNull());
  expect((await wallets.connectWallet(wallet.name)).address).toBe(LASO);
});

test('a wallet remembered from another visit is not opened by itself, and can be chosen', async () => {
  const wallet = announce();
  localStorage.setItem(SOLANA_WALLET_KEY, JSON.stringify(wallet.name));
  const wallets = await opened();
  expect(wallets.currentConnection()).toBeNull();
  expect(wallet.calls).toEqual([]);
  expect((await wallets.connectWallet(wallet.name)).walletName).toBe(wallet.name);
});

test('a wallet that is not there any more', async () => {
  const wallets = await opened();
  await expect(wallets.connectWallet('Nobody')).rejects.toMatchObject({ kind: 'wallet' });
});
