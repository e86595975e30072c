import { announceWallet } from './announce.ts';
import { noteHiddenWallet } from './hidden-wallets-note.ts';
import { createSandboxWallet, type WalletControls, type WalletSettings } from './sandbox-wallet.ts';
import type { WalletCall } from './wallet-state.ts';

declare global {
  interface Window {
    /** Written by the server at the top of the script (sandbox/web/wallet-script.ts). */
    sandboxWalletSettings?: WalletSettings;
    sandboxWallet?: WalletControls;
    /** Tests may listen to every call, also over reloads (e2e/fixtures.ts exposes it). */
    sandboxWalletCalled?: (call: WalletCall) => void;
  }
}

const settings = window.sandboxWalletSettings;
if (!settings) throw new Error('The sandbox wallet was served without its settings.');
delete window.sandboxWalletSettings;
const { provider, controls } = createSandboxWallet(settings, (call) => window.sandboxWalletCalled?.(call));
window.sandboxWallet = controls;
announceWallet(window, provider, (name) => noteHiddenWallet(window, name));
