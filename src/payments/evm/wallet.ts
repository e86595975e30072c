import {
  connect,
  disconnect,
  getConnection,
  getConnectors,
  watchConnection,
  watchConnectors,
} from 'wagmi/actions';
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';
import { PaymentError } from '../payment-error.ts';
import { walletAnswer } from '../pay/wallet-answer.ts';
import { changeToBase } from './change-to-base.ts';
import { isProvider, type Eip1193Provider } from './eip1193.ts';
import { createWagmiConfig } from './wagmi-config.ts';
import { walletError } from './wallet-error.ts';

/** A wallet that announced itself (EIP-6963). `name` and `icon` (a data: URL, or null) are the wallet's own words: show as text and image only. */
interface DetectedWallet {
  readonly id: string;
  readonly name: string;
  readonly icon: string | null;
}

interface WalletConnection {
  readonly walletId: string;
  readonly walletName: string;
  /** Checksummed. */
  readonly address: string;
  /** What the wallet last said; it is asked again before anything is signed. */
  readonly chainId: number;
}

/** For the signer only. */
export interface SigningConnection {
  readonly address: string;
  readonly provider: Eip1193Provider;
}

interface Wallets {
  /** The wallets seen so far; more may announce themselves later (`subscribe`). The same array until something changes. */
  detectedWallets(): readonly DetectedWallet[];
  /** null unless the status is really "connected" (lessons.md 24). The same object until something changes. */
  currentConnection(): WalletConnection | null;
  /** Opens the wallet. PaymentError `wallet-…` when it refuses. */
  connectWallet(id: string): Promise<WalletConnection>;
  disconnectWallet(): Promise<void>;
  /** Asks the wallet to change to Base. PaymentError `wallet-…` when it is not there afterwards. */
  switchToBase(): Promise<void>;
  signingConnection(): Promise<SigningConnection>;
  /** For `useSyncExternalStore`: called when wallets appear or the connection changes. */
  subscribe(listener: () => void): () => void;
}

const opened = new Map<string, Wallets>();

/** One for each RPC address and page: EIP-6963 listeners and the connection are shared by all callers. */
export function walletsOn(network: NetworkConfig): Wallets {
  const known = opened.get(network.rpcUrl);
  if (known) return known;
  const wallets = createWallets(network);
  opened.set(network.rpcUrl, wallets);
  return wallets;
}

export function createWallets(network: NetworkConfig): Wallets {
  const config = createWagmiConfig(network);
  const wallets = stable(() =>
    getConnectors(config).map(({ id, name, icon }): DetectedWallet => ({
      id,
      name,
      icon: pictureOnly(icon),
    })),
  );
  const connection = stable((): WalletConnection | null => {
    const now = getConnection(config);
    if (now.status !== 'connected') return null;
    const { connector, address, chainId } = now;
    if (!hasAddress(address)) return null;
    return { walletId: connector.id, walletName: connector.name, address, chainId };
  });
  const required = () => {
    const now = getConnection(config);
    if (now.status !== 'connected' || !hasAddress(now.address))
      throw new PaymentError('wallet-locked', 'No wallet is connected. Connect one first. Nothing was paid.');
    return now;
  };

  return {
    detectedWallets: wallets,
    currentConnection: connection,
    async connectWallet(id) {
      const connector = getConnectors(config).find((each) => each.id === id);
      if (!connector)
        throw new PaymentError('wallet', 'This wallet is no longer available. Choose another one.');
      try {
        // Two connected wallets would leave open which of them signs.
        if (getConnection(config).status === 'connected') await disconnect(config);
        await walletAnswer(connect(config, { connector }));
      } catch (cause) {
        throw walletError(cause);
      }
      const now = connection();
      if (now) return now;
      // A locked wallet answers with no account at all: the library takes that for a connection, which the next try must not find.
      await disconnect(config).catch(() => undefined);
      throw new PaymentError(
        'wallet-locked',
        'The wallet did not connect. Unlock it and try again. Nothing was paid.',
      );
    },
    disconnectWallet: () => disconnect(config),
    async switchToBase() {
      const { connector } = required();
      const { provider } = await this.signingConnection();
      await walletAnswer(changeToBase(provider, network));
      // Not every wallet tells the page that it has changed.
      connector.emitter.emit('change', { chainId: BASE_CHAIN_ID });
    },
    async signingConnection() {
      const { connector, address } = required();
      const provider = await connector.getProvider();
      if (!isProvider(provider))
        throw new PaymentError('wallet', 'The wallet cannot be reached. Connect it again.');
      return { address, provider };
    },
    subscribe(listener) {
      const stops = [
        watchConnection(config, { onChange: listener }),
        watchConnectors(config, { onChange: listener }),
      ];
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** Whatever the library's type says: it passes on what the wallet answered. */
const hasAddress = (address: string | undefined): boolean => typeof address === 'string' && address !== '';

/** Only pictures that need no request (EIP-6963 asks for a data: URL); anything else could tell a stranger who is here. */
const pictureOnly = (icon: string | undefined): string | null =>
  icon && /^data:image\/(png|webp|jpeg|gif|svg\+xml)[;,]/i.test(icon.trim()) ? icon.trim() : null;

/** The same reference as long as the content is the same, so that React's external store does not loop. */
function stable<T>(read: () => T): () => T {
  let last: { text: string; value: T } | null = null;
  return () => {
    const value = read();
    const text = JSON.stringify(value);
    if (last?.text !== text) last = { text, value };
    return last.value;
  };
}
