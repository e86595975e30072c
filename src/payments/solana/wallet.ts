import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PaymentError } from '../payment-error.ts';
import { walletAnswer } from '../pay/wallet-answer.ts';
import type { SolanaConnection } from './signing-wallet.ts';
import { createWalletDesk, type DetectedWallet } from './wallet-desk.ts';
import { forgetWallet, WalletHost } from './wallet-host.tsx';

interface WalletConnection {
  readonly walletId: string;
  readonly walletName: string;
  /** Base58, in its real case. */
  readonly address: string;
}

/** The twin of `evm/wallet.ts`. */
interface SolanaWallets {
  /** The wallets seen so far; more may announce themselves later (`subscribe`). The same array until something changes. */
  detectedWallets(): readonly DetectedWallet[];
  /** The same object until something changes. */
  currentConnection(): WalletConnection | null;
  /** Opens the wallet. PaymentError `wallet-…` when it refuses. */
  connectWallet(id: string): Promise<WalletConnection>;
  disconnectWallet(): Promise<void>;
  /** PaymentError `wallet-locked` when none is connected. */
  signingConnection(): SolanaConnection;
  /** For `useSyncExternalStore`: called when wallets appear or the connection changes. */
  subscribe(listener: () => void): () => void;
}

let opened: SolanaWallets | null = null;

/** One for the page: the connection is shared by all callers and lives as long as the page. */
export function solanaWallets(): SolanaWallets {
  opened ??= createSolanaWallets();
  return opened;
}

/** Wallet discovery and connection by @solana/wallet-adapter-react. It keeps its state in React, so it gets a root of its own that draws nothing. */
export function createSolanaWallets(): SolanaWallets {
  const desk = createWalletDesk();
  forgetWallet();
  createRoot(document.createElement('div')).render(createElement(WalletHost, { desk }));
  let last: { from: unknown; connection: WalletConnection | null } = { from: null, connection: null };
  const current = (): WalletConnection | null => {
    const { connected } = desk.report();
    if (last.from === connected) return last.connection;
    const connection = connected && {
      walletId: connected.wallet.name,
      walletName: connected.wallet.name,
      address: connected.address,
    };
    last = { from: connected, connection };
    return connection;
  };

  /** The library would wait on: without choosing anew, the next try would not ask the wallet again. */
  const giveUp = (cause: unknown): never => {
    if (cause instanceof PaymentError && cause.kind === 'wallet-silent')
      desk.ask(null, cause).catch(() => undefined);
    throw cause;
  };

  return {
    detectedWallets: () => desk.report().detected,
    currentConnection: current,
    async connectWallet(id) {
      if (current()?.walletId !== id)
        await walletAnswer(
          desk.ask(id, new PaymentError('wallet', 'Another wallet was chosen instead.')),
        ).catch(giveUp);
      const now = current();
      if (!now)
        throw new PaymentError(
          'wallet-locked',
          'The wallet did not connect. Unlock it and try again. Nothing was paid.',
        );
      return now;
    },
    async disconnectWallet() {
      if (current()) await desk.ask(null, new PaymentError('wallet', 'The wallet was disconnected.'));
    },
    signingConnection() {
      const { connected } = desk.report();
      if (!connected)
        throw new PaymentError(
          'wallet-locked',
          'No wallet is connected. Connect one first. Nothing was paid.',
        );
      return connected;
    },
    subscribe: desk.subscribe,
  };
}
