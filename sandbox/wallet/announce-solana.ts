import { hideLegacyProvider } from './announce.ts';
import { APP_READY, REGISTER_WALLET, type RegisterCallback, type StandardWallet } from './wallet-standard.ts';

/**
 * Registers the wallet by the Wallet Standard and keeps every other one away from the page, for the reason in
 * `announce.ts`. Must run before the app's scripts; extensions may have run before it. `onHidden` hears the
 * name of each wallet kept away, once.
 */
export function announceSolanaWallet(
  page: Window,
  wallet: StandardWallet,
  onHidden: (name: string) => void = () => {},
): void {
  const hidden = new Set<string>();
  const hide = (name: string): void => {
    if (!hidden.has(name)) onHidden(name);
    hidden.add(name);
  };
  const decoy: Parameters<RegisterCallback>[0] = {
    register: (...wallets) => {
      for (const { name } of wallets) if (name !== wallet.name) hide(name);
      return () => {};
    },
  };
  const own = new CustomEvent<RegisterCallback>(REGISTER_WALLET, {
    detail: ({ register }) => void register(wallet),
  });

  page.addEventListener(
    REGISTER_WALLET,
    (event) => {
      if (event === own) return;
      // The standard's event classes forbid stopping them, by methods of their own.
      Event.prototype.stopImmediatePropagation.call(event);
      callSafely(detailOf(event), decoy);
    },
    { capture: true },
  );

  // Wallets that ran before this script listen for the app already, and their listeners would come first:
  // only we hear the app, they hear the decoy.
  const dispatch = page.dispatchEvent.bind(page);
  page.dispatchEvent = (event) => {
    if (event.type !== APP_READY) return dispatch(event);
    const app = detailOf(event);
    if (typeof app === 'object' && app !== null) callSafely(own.detail, app);
    dispatch(new CustomEvent(APP_READY, { detail: decoy }));
    // Some apps read the standard's older interface at the same time.
    queueMicrotask(() => closeOlderDoor(page, decoy));
    return true;
  };
  closeOlderDoor(page, decoy);
  hideLegacyProvider(page, 'solana', hide);
  dispatch(own);
}

/**
 * `navigator.wallets`: wallets push their callbacks into it. Stays an array, because apps insist, and stays
 * replaceable by us.
 */
function closeOlderDoor(page: Window, decoy: Parameters<RegisterCallback>[0]): void {
  const waiting: unknown = Reflect.get(page.navigator, 'wallets');
  const push = (...callbacks: unknown[]): number => {
    for (const callback of callbacks) callSafely(callback, decoy);
    return 0;
  };
  if (Array.isArray(waiting)) push(...waiting);
  Object.defineProperty(page.navigator, 'wallets', {
    value: Object.assign([], { push }),
    configurable: true,
    writable: true,
  });
}

const detailOf = (event: Event): unknown => ('detail' in event ? event.detail : null);

function callSafely(callback: unknown, api: unknown): void {
  try {
    if (typeof callback === 'function') callback(api);
  } catch (error) {
    console.warn('Sandbox: a wallet failed while it was kept away.', error);
  }
}
