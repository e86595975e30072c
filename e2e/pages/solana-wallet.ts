import type { Page } from '@playwright/test';
import type { SolanaControls } from '#sandbox/wallet/solana-wallet.ts';
import type { WalletCall } from './sandbox-wallet.ts';

/**
 * The Solana half of the sandbox wallet: what a person would do in its window, and the habits of real
 * wallets.
 */
export class SolanaWallet {
  readonly page: Page;
  readonly calls: readonly WalletCall[];

  constructor(page: Page, calls: readonly WalletCall[]) {
    this.page = page;
    this.calls = calls;
  }

  /** How often a payment's signature was asked for, reloads included. */
  signatureRequests(): number {
    return this.calls.filter(({ method }) => method === 'solana:signTransaction').length;
  }

  async firstAddress(): Promise<string> {
    const address = await this.page.evaluate((): string | undefined => {
      const controls: SolanaControls | undefined = window.sandboxWallet?.solana;
      return controls?.accounts[0];
    });
    if (!address) throw new Error('There is no Solana sandbox wallet on this page.');
    return address;
  }

  async rejectNext(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.solana.rejectNext());
  }

  /** Adds assertions as Solflare ("after") or Phantom do. */
  async addAssertions(where: 'after' | 'before' | 'phantom', count = 1): Promise<void> {
    await this.page.evaluate(([at, many]) => window.sandboxWallet?.solana.lighthouse(at, many), [
      where,
      count,
    ] as const);
  }

  /** The owner never answers the next question. */
  async holdNext(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.solana.delayNext(new Promise(() => undefined)));
  }

  async lock(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.solana.lock());
  }

  async useAccount(index: number): Promise<void> {
    await this.page.evaluate((at) => window.sandboxWallet?.solana.useAccount(at), index);
  }
}
