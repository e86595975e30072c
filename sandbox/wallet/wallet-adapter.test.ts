// @vitest-environment jsdom
import { useWallet, WalletProvider } from '@solana/wallet-adapter-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { announceSolanaWallet } from './announce-solana.ts';
import { createSolanaWallet } from './solana-wallet.ts';
import { solanaWalletKeys } from './solana-wallet-keys.ts';

it('is found by wallet-adapter-react, connects, signs a message, refuses, changes its account and disconnects', async () => {
  const keys = await solanaWalletKeys();
  const { wallet, controls } = createSolanaWallet(keys);
  announceSolanaWallet(window, wallet);
  const wrapper = ({ children }: { children: ReactNode }) =>
    // Called, not made into an element: this file has no
    // JSX, and its types want the children among the props.
    WalletProvider({ wallets: [], children, onError: () => {} });
  const { result } = renderHook(() => useWallet(), { wrapper });

  const [found, ...others] = result.current.wallets;
  expect([found?.adapter.name, others.length]).toEqual(['Sandbox wallet', 0]);
  if (!found) return;
  act(() => result.current.select(found.adapter.name));
  await act(() => result.current.connect());
  await waitFor(() => expect(result.current.publicKey?.toBase58()).toBe(keys[0]?.address));
  expect(await result.current.signMessage?.(new TextEncoder().encode('hello'))).toHaveLength(64);

  controls.rejectNext();
  await expect(result.current.signMessage?.(new Uint8Array(1))).rejects.toMatchObject({
    error: { code: 4001 },
  });
  act(() => controls.useAccount(1));
  await waitFor(() => expect(result.current.publicKey?.toBase58()).toBe(keys[1]?.address));
  act(() => controls.disconnect());
  await waitFor(() => expect(result.current.connected).toBe(false));
});
