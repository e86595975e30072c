// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announceWallet } from './announce.ts';
import { noteHiddenWallet } from './hidden-wallets-note.ts';
import type { WalletProvider } from './sandbox-wallet.ts';

const provider: WalletProvider = { request: async () => null, on: () => {}, removeListener: () => {} };
const ANNOUNCE = 'eip6963:announceProvider';
const impostor = { name: 'A wallet that borrows the name', rdns: 'finance.laso.sandbox' };

let page: Window;
let heard: string[];

beforeEach(() => {
  document.body.replaceChildren();
  page = window;
  heard = [];
});

function listenAsAnAppDoes(): void {
  page.addEventListener(ANNOUNCE, (event) => {
    if (event instanceof CustomEvent) heard.push(event.detail.info.name);
  });
}

describe('announceWallet', () => {
  it('announces itself again whenever the page asks, and lets no other announcement through', () => {
    const hidden: string[] = [];
    announceWallet(page, provider, (name) => hidden.push(name));
    listenAsAnAppDoes();
    const announceOthers = () => {
      for (const info of [{ name: 'MetaMask', rdns: 'io.metamask' }, impostor]) {
        page.dispatchEvent(new CustomEvent(ANNOUNCE, { detail: { info, provider } }));
      }
    };
    page.addEventListener('eip6963:requestProvider', announceOthers);
    page.dispatchEvent(new Event('eip6963:requestProvider'));
    page.dispatchEvent(new Event('eip6963:requestProvider'));
    expect(heard).toEqual(['Sandbox wallet', 'Sandbox wallet']);
    expect(hidden).toEqual(['MetaMask', 'A wallet that borrows the name']);

    Reflect.set(page, 'ethereum', provider);
    expect(Reflect.get(page, 'ethereum')).toBeUndefined();
    expect(hidden.at(-1)).toBe('a wallet in window.ethereum');
  });
});

describe('noteHiddenWallet', () => {
  it('says why on the page, once', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    noteHiddenWallet(page, 'MetaMask');
    noteHiddenWallet(page, 'Rabby');
    expect(document.querySelectorAll('#sandbox-hidden-wallets')).toHaveLength(1);
    expect(info.mock.calls.join(' ')).toContain('valid for real USDC on mainnet');
    info.mockRestore();
  });
});
