import type { Page } from '@playwright/test';
import type { WalletControls } from '#sandbox/wallet/sandbox-wallet.ts';
import type { WalletCall } from '#sandbox/wallet/wallet-state.ts';

export type { WalletCall };

/** The sandbox wallet's owner: what a person would do in the wallet's own window. */
export class SandboxWallet {
  readonly page: Page;
  /** Every request of every tab and page load of this test. */
  readonly calls: readonly WalletCall[];

  constructor(page: Page, calls: readonly WalletCall[]) {
    this.page = page;
    this.calls = calls;
  }

  /** How often a payment's signature was asked for, reloads included. */
  signatureRequests(): number {
    return this.calls.filter((call) => call.method === 'eth_signTypedData_v4').length;
  }

  async rejectNext(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.rejectNext());
  }

  /** The owner does not answer the next request until the returned function is called. */
  async holdNext(): Promise<() => Promise<void>> {
    await this.page.evaluate(() => {
      const held = new Promise<void>((resolve) => {
        Reflect.set(window, 'sandboxWalletAnswer', resolve);
      });
      window.sandboxWallet?.delayNext(held);
    });
    return () =>
      this.page.evaluate(() => {
        const answer: unknown = Reflect.get(window, 'sandboxWalletAnswer');
        if (typeof answer === 'function') answer();
      });
  }

  /** 0–3 are people's own; 4, 5 and 6 are those of the busy, first-day and second agent. */
  async useAccount(index: number): Promise<void> {
    await this.page.evaluate((at) => window.sandboxWallet?.useAccount(at), index);
  }

  async setChain(id: number): Promise<void> {
    await this.page.evaluate((chain) => window.sandboxWallet?.setChain(chain), id);
  }

  /** Changing to it is refused with 4902 from now on, and so is adding it. */
  async forgetChain(id: number): Promise<void> {
    await this.page.evaluate((chain) => window.sandboxWallet?.forgetChain(chain), id);
  }

  async lock(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.lock());
  }

  async unlock(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.unlock());
  }

  /**
   * Locked as some wallets are: a request for accounts gets an empty list and opens no window, until the
   * returned function is called.
   */
  async answerNoAccounts(): Promise<() => Promise<void>> {
    await this.page.evaluate(() => {
      const onAnnounce = ({ detail: { provider } }: CustomEventInit) => {
        const ask = provider.request;
        provider.request = async (call: { method: string }) =>
          /accounts$|^wallet_requestPermissions$/i.test(call.method)
            ? []
            : Reflect.apply(ask, provider, [call]);
        Reflect.set(window, 'sandboxWalletUnlock', () => (provider.request = ask));
      };
      addEventListener('eip6963:announceProvider', onAnnounce, { once: true });
      dispatchEvent(new Event('eip6963:requestProvider'));
    });
    return () =>
      this.page.evaluate(() => {
        const unlock: unknown = Reflect.get(window, 'sandboxWalletUnlock');
        if (typeof unlock === 'function') unlock();
      });
  }

  async disconnect(): Promise<void> {
    await this.page.evaluate(() => window.sandboxWallet?.disconnect());
  }

  /** The account it starts with. */
  async firstAddress(): Promise<string> {
    const address = await this.page.evaluate((): string | undefined => {
      const controls: WalletControls | undefined = window.sandboxWallet;
      return controls?.accounts[0];
    });
    if (!address) throw new Error('There is no sandbox wallet on this page.');
    return address;
  }
}
