import type { WalletProvider } from './sandbox-wallet.ts';
import { WALLET_ICON } from './wallet-icon.ts';

const ANNOUNCE = 'eip6963:announceProvider';
const REQUEST = 'eip6963:requestProvider';

/** EIP-6963's description of the wallet. The id is new on each page load, as the EIP asks. */
const walletInfo = () =>
  Object.freeze({
    uuid: crypto.randomUUID(),
    name: 'Sandbox wallet',
    icon: WALLET_ICON,
    rdns: 'finance.laso.sandbox',
  });

/**
 * Announces the wallet (EIP-6963) and lets no other wallet's announcement through:
 * the sandbox asks for payments to Laso's real recipient in the real USDC's name, and
 * what a real wallet signs here could be cashed in on mainnet. Must run before any
 * other script listens. `onHidden` hears the name of each wallet kept away, once.
 */
export function announceWallet(
  page: Window,
  provider: WalletProvider,
  onHidden: (name: string) => void = () => {},
): void {
  const detail = Object.freeze({ info: walletInfo(), provider });
  const hidden = new Set<string>();
  const hide = (name: string) => {
    if (!hidden.has(name)) onHidden(name);
    hidden.add(name);
  };
  page.addEventListener(
    ANNOUNCE,
    (event) => {
      if (event instanceof CustomEvent && event.detail === detail) return;
      event.stopImmediatePropagation();
      hide(announcedName(event));
    },
    { capture: true },
  );
  const announce = () => page.dispatchEvent(new CustomEvent(ANNOUNCE, { detail }));
  page.addEventListener(REQUEST, announce);
  announce();
  hideLegacyProvider(page, 'ethereum', hide);
}

/**
 * Some wallets still put themselves into `window.ethereum` or `window.solana`, before or after this script.
 */
export function hideLegacyProvider(
  page: Window,
  property: 'ethereum' | 'solana',
  hide: (name: string) => void,
): void {
  const name = `a wallet in window.${property}`;
  if (Reflect.get(page, property)) hide(name);
  try {
    Object.defineProperty(page, property, {
      get: () => undefined,
      set: () => {
        hide(name);
      },
      configurable: false,
    });
  } catch {
    console.warn(
      `Sandbox: window.${property} could not be hidden. Do not sign anything with a real wallet here.`,
    );
  }
}

function announcedName(event: Event): string {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  const info = typeof detail === 'object' && detail !== null && 'info' in detail ? detail.info : null;
  return typeof info === 'object' && info !== null && 'name' in info
    ? String(info.name)
    : 'an unnamed wallet';
}
