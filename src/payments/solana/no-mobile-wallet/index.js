// @solana/wallet-adapter-react constructs this adapter on Android browsers only. This one says it is unsupported there, so it is never shown
// or connected; wallets that announce themselves by the wallet standard work as everywhere.
import { BaseWalletAdapter, WalletReadyState, WalletNotReadyError } from '@solana/wallet-adapter-base';

export const SolanaMobileWalletAdapterWalletName = 'Mobile Wallet Adapter';
export const createDefaultAddressSelector = () => ({ select: async ([first]) => first });
export const createDefaultAuthorizationResultCache = () => ({
  clear: async () => {},
  get: async () => undefined,
  set: async () => {},
});
export const createDefaultWalletNotFoundHandler = () => async () => {};

export class SolanaMobileWalletAdapter extends BaseWalletAdapter {
  name = SolanaMobileWalletAdapterWalletName;
  url = '';
  icon = '';
  supportedTransactionVersions = null;
  readyState = WalletReadyState.Unsupported;
  publicKey = null;
  connecting = false;
  async connect() {
    throw new WalletNotReadyError();
  }
  async disconnect() {}
  async sendTransaction() {
    throw new WalletNotReadyError();
  }
}
