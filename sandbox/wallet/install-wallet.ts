import { announceSolanaWallet } from './announce-solana.ts';
import { announceWallet } from './announce.ts';
import { noteHiddenWallet } from './hidden-wallets-note.ts';
import { createSandboxWallet, type WalletControls, type WalletSettings } from './sandbox-wallet.ts';
import type { SolanaKey } from './solana-state.ts';
import { createSolanaWallet, type SolanaControls } from './solana-wallet.ts';
import type { WalletCall } from './wallet-state.ts';

export type PageWalletSettings = WalletSettings & { readonly solanaKeys: readonly SolanaKey[] };

declare global {
  interface Window {
    /** Written by the server at the top of the script (sandbox/web/wallet-script.ts). */
    sandboxWalletSettings?: PageWalletSettings;
    sandboxWallet?: WalletControls & { readonly solana: SolanaControls };
    /** Tests may listen to every call, also over reloads (e2e/fixtures.ts exposes it). */
    sandboxWalletCalled?: (call: WalletCall) => void;
  }
}

const settings = window.sandboxWalletSettings;
if (!settings) throw new Error('The sandbox wallet was served without its settings.');
delete window.sandboxWalletSettings;
const onCall = (call: WalletCall): void => window.sandboxWalletCalled?.(call);
const onHidden = (name: string): void => noteHiddenWallet(window, name);
const { provider, controls } = createSandboxWallet(settings, onCall);
const solana = createSolanaWallet(settings.solanaKeys, onCall);
window.sandboxWallet = { ...controls, solana: solana.controls };
announceWallet(window, provider, onHidden);
announceSolanaWallet(window, solana.wallet, onHidden);
