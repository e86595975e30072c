import type { PaymentError } from '../payment-error.ts';
import type { StandardWallet } from './signing-wallet.ts';
import { walletError } from './wallet-error.ts';

/** A wallet that announced itself (wallet standard). `name` and `icon` (a data: URL, or null) are the wallet's own words: show as text and image only. */
export interface DetectedWallet {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
}

/** What the wallet library says now. */
interface WalletReport {
  readonly detected: readonly DetectedWallet[];
  readonly connected: { readonly wallet: StandardWallet; readonly address: string } | null;
}

/** What the person wants: this wallet connected, or (null) none. */
interface Wish {
  readonly walletName: string | null;
  readonly done: () => void;
  readonly failed: (error: PaymentError) => void;
}

/**
 * Between callers, who ask and wait, and the wallet library, which lives in React state (`wallet-host.tsx`): wishes go in, reports come out. Nothing is
 * called right after something else was set; the next step follows from what was reported (lessons.md 26).
 */
export function createWalletDesk() {
  let report: WalletReport = { detected: [], connected: null };
  let wish: Wish | null = null;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const end = (how: (wish: Wish) => void): void => {
    if (!wish) return;
    const ended = wish;
    wish = null;
    how(ended);
    tell();
  };

  return {
    report: () => report,
    wish: () => wish,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Resolves when the library reports it done. A newer wish ends an older one. */
    ask(walletName: string | null, instead: PaymentError): Promise<void> {
      end((older) => older.failed(instead));
      return new Promise((done, failed) => {
        wish = { walletName, done, failed };
        tell();
      });
    },
    /** From the library. */
    reported(next: WalletReport): void {
      if (JSON.stringify(publicPart(report)) !== JSON.stringify(publicPart(next))) report = next;
      const name = report.connected?.wallet.name ?? null;
      if (wish?.walletName === name) end(({ done }) => done());
      tell();
    },
    /** From the library: connecting failed, or the wallet went away. */
    failed(cause: unknown): void {
      end((ended) => ended.failed(walletError(cause)));
    },
  };
}

export type WalletDesk = ReturnType<typeof createWalletDesk>;

const publicPart = ({ detected, connected }: WalletReport) => [
  detected,
  connected && [connected.wallet.name, connected.address],
];
