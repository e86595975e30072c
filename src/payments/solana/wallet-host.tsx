import { type Adapter, type WalletName } from '@solana/wallet-adapter-base';
import { useWallet, WalletProvider } from '@solana/wallet-adapter-react';
import { useEffect, useSyncExternalStore } from 'react';
import { SOLANA_WALLET_KEY } from '#storage/keys.ts';
import type { StandardWallet } from './signing-wallet.ts';
import type { DetectedWallet, WalletDesk } from './wallet-desk.ts';

/** Wallets announce themselves by the wallet standard; there are none of ours beside them. */
const NONE: Adapter[] = [];

/**
 * @solana/wallet-adapter-react at work. It draws nothing: it turns the desk's wishes into `select`, from which the library itself connects (calling
 * `connect` right after `select` races: lessons.md 26), and reports what became of it.
 */
export function WalletHost({ desk }: { desk: WalletDesk }) {
  return (
    <WalletProvider
      wallets={NONE}
      autoConnect={isChosenNow(desk)}
      localStorageKey={SOLANA_WALLET_KEY}
      onError={desk.failed}
    >
      <Bridge desk={desk} />
    </WalletProvider>
  );
}

const chosen = new WeakMap<WalletDesk, (adapter: Adapter) => Promise<boolean>>();

/** Connects the wallet the person has just picked, never one remembered from earlier. Always the same function for a desk. */
function isChosenNow(desk: WalletDesk): (adapter: Adapter) => Promise<boolean> {
  const known = chosen.get(desk);
  if (known) return known;
  const ask = async (adapter: Adapter): Promise<boolean> => desk.wish()?.walletName === adapter.name;
  chosen.set(desk, ask);
  return ask;
}

function Bridge({ desk }: { desk: WalletDesk }) {
  const { wallets, wallet, publicKey, connected, select, disconnect } = useWallet();
  const wish = useSyncExternalStore(desk.subscribe, desk.wish);
  const adapter = wallet?.adapter ?? null;

  useEffect(() => {
    const standard = connected && adapter ? standardWalletOf(adapter) : null;
    desk.reported({
      detected: wallets.flatMap((each) => detectedOf(each.adapter)).filter(firstOfItsName),
      connected: standard && publicKey ? { wallet: standard, address: publicKey.toBase58() } : null,
    });
    forgetWallet();
  }, [desk, wallets, adapter, publicKey, connected]);

  const selectedName = adapter?.name ?? null;
  useEffect(() => {
    if (!wish || wish.walletName === selectedName) return;
    // One step at a time: first no wallet, then the wanted one. The library's own effect connects it.
    if (selectedName !== null) void disconnect().catch(desk.failed);
    else if (wallets.some((each) => each.adapter.name === wish.walletName)) select(nameOf(wish.walletName));
    else desk.failed(new Error('This wallet is no longer available.'));
  }, [desk, wish, selectedName, wallets, select, disconnect]);
  return null;
}

export function forgetWallet(): void {
  try {
    globalThis.localStorage.removeItem(SOLANA_WALLET_KEY);
  } catch {
    // Blocked storage remembers nothing anyway.
  }
}

// The brand of a name exists for the compiler only.
const nameOf = (name: string | null): WalletName | null => name as WalletName | null;

/** Wallets that know Solana's main network, under the name they gave. */
function detectedOf(adapter: Adapter): DetectedWallet[] {
  const standard = standardWalletOf(adapter);
  const chains: unknown = standard && Reflect.get(standard, 'chains');
  if (!standard || !Array.isArray(chains) || !chains.includes('solana:mainnet')) return [];
  return [{ id: adapter.name, name: adapter.name, icon: pictureOnly(adapter.icon) }];
}

/** The library tells wallets apart by their names and takes the first. */
const firstOfItsName = (wallet: DetectedWallet, at: number, all: readonly DetectedWallet[]): boolean =>
  all.findIndex(({ id }) => id === wallet.id) === at;

function standardWalletOf(adapter: Adapter): StandardWallet | null {
  const wallet: unknown = 'wallet' in adapter ? adapter.wallet : null;
  return isStandardWallet(wallet) ? wallet : null;
}

const isStandardWallet = (value: unknown): value is StandardWallet =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'accounts' in value &&
  Array.isArray(value.accounts) &&
  'features' in value &&
  typeof value.features === 'object';

/** Only pictures that need no request; anything else could tell a stranger who is here. */
const pictureOnly = (icon: string): string | null =>
  /^data:image\/(png|webp|jpeg|gif|svg\+xml)[;,]/i.test(icon.trim()) ? icon.trim() : null;
