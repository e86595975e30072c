// @vitest-environment jsdom
import { DEPRECATED_getWallets } from '@wallet-standard/app';
import { registerWallet } from '@wallet-standard/wallet';
import { expect, it } from 'vitest';
import { announceSolanaWallet } from './announce-solana.ts';
import type { StandardWallet } from './wallet-standard.ts';

const named = (name: string): StandardWallet => ({
  version: '1.0.0',
  name,
  icon: 'data:image/svg+xml;base64,',
  chains: [],
  accounts: [],
  features: {},
});

it('is the only wallet that an app finds, no matter when and how the others register', async () => {
  const hidden: string[] = [];
  // An extension that ran first and registers in both ways of the standard.
  const early = Object.assign([], { push: Array.prototype.push });
  Object.defineProperty(navigator, 'wallets', { value: early, configurable: true, writable: true });
  Reflect.get(navigator, 'wallets').push(({ register }: { register: (wallet: unknown) => void }) =>
    register(named('Early by the older door')),
  );
  registerWallet(named('Early'));

  announceSolanaWallet(window, named('Sandbox wallet'), (name) => hidden.push(name));
  registerWallet(named('Between'));
  // The older way of asking, which wallet adapters still use.
  const wallets = DEPRECATED_getWallets();
  await Promise.resolve();
  registerWallet(named('Late'));
  Reflect.get(navigator, 'wallets').push(({ register }: { register: (wallet: unknown) => void }) =>
    register(named('Late by the older door')),
  );

  expect(wallets.get().map(({ name }) => name)).toEqual(['Sandbox wallet']);
  expect(hidden.toSorted()).toEqual([
    'Between',
    'Early',
    'Early by the older door',
    'Late',
    'Late by the older door',
  ]);
  Reflect.set(window, 'solana', {});
  expect(Reflect.get(window, 'solana')).toBeUndefined();
  expect(hidden.at(-1)).toBe('a wallet in window.solana');
});
