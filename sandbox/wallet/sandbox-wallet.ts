import type { Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { readChain } from './chain-reads.ts';
import { INVALID_PARAMS, ProviderError, UNKNOWN_CHAIN } from './provider-error.ts';
import { signPersonalMessage, signTypedData } from './sign.ts';
import { hexChain, WalletState, type WalletCall } from './wallet-state.ts';

export interface WalletSettings {
  readonly privateKeys: readonly Hex[];
  readonly rpcUrl: string;
  readonly chainId: number;
}

/** EIP-1193. */
export interface WalletProvider {
  request(call: { method: string; params?: unknown }): Promise<unknown>;
  on(event: string, listener: (value: unknown) => void): void;
  removeListener(event: string, listener: (value: unknown) => void): void;
}

/**
 * What tests may do with the wallet (`window.sandboxWallet`). "Next" means the next request a real wallet
 * would ask its owner about.
 */
export interface WalletControls {
  /** Every request of this page's life, oldest first. */
  readonly calls: readonly WalletCall[];
  readonly accounts: readonly string[];
  /** The owner refuses the next request (4001). Two calls refuse the next two. */
  rejectNext(): void;
  /** The owner takes until `promise` has settled to answer the next request. */
  delayNext(promise: Promise<unknown>): void;
  /** The owner picks another account; the page hears `accountsChanged`. */
  useAccount(index: number): void;
  /** The owner picks another chain; the page hears `chainChanged`. */
  setChain(id: number): void;
  /**
   * The wallet does not know this chain (any more): changing
   * to it is answered with 4902, and it cannot add any.
   */
  forgetChain(id: number): void;
  /** The wallet locks itself: no accounts, signing is refused (4100). Asking for accounts unlocks it. */
  lock(): void;
  unlock(): void;
  /** The wallet loses its connection; the page hears `disconnect`. */
  disconnect(): void;
}

export interface SandboxWallet {
  readonly provider: WalletProvider;
  readonly controls: WalletControls;
}

/**
 * A wallet that signs at once and for real, with public keys of the test mnemonic. `onCall` hears every
 * request, before it is answered.
 */
export function createSandboxWallet(
  settings: WalletSettings,
  onCall: (call: WalletCall) => void = () => {},
): SandboxWallet {
  const state = new WalletState(
    settings.privateKeys.map((key) => privateKeyToAccount(key)),
    settings.chainId,
  );
  const provider: WalletProvider = {
    request: async ({ method, params }) => {
      const call = { method, params: Array.isArray(params) ? params : params === undefined ? [] : [params] };
      state.calls.push(call);
      onCall(call);
      return answer(state, settings.rpcUrl, call);
    },
    on: (event, listener) => state.on(event, listener),
    removeListener: (event, listener) => state.off(event, listener),
  };
  const controls: WalletControls = {
    calls: state.calls,
    accounts: state.accounts.map((account) => account.address),
    rejectNext: () => state.owner.rejectNext(),
    delayNext: (promise) => state.owner.delayNext(promise),
    useAccount: (index) => state.useAccount(index),
    setChain: (id) => state.setChain(id),
    forgetChain: (id) => void state.knownChains.delete(id),
    lock: () => state.setLocked(true),
    unlock: () => state.setLocked(false),
    disconnect: () =>
      state.emit('disconnect', new ProviderError(4900, 'The sandbox wallet is disconnected.')),
  };
  return { provider, controls };
}

async function answer(state: WalletState, rpcUrl: string, { method, params }: WalletCall): Promise<unknown> {
  const accounts = () => state.visible().map((account) => account.address);
  switch (method) {
    case 'eth_accounts':
      return accounts();
    case 'eth_requestAccounts':
      if (accounts().length > 0) return accounts();
      await state.owner.prompt();
      state.connect();
      return accounts();
    case 'wallet_requestPermissions':
      await state.owner.prompt();
      state.connect();
      return permissions(accounts());
    case 'wallet_getPermissions':
      return accounts().length > 0 ? permissions(accounts()) : [];
    case 'wallet_revokePermissions':
      state.forget();
      return null;
    case 'eth_chainId':
      return hexChain(state.chainId);
    case 'wallet_switchEthereumChain':
      return switchChain(state, params[0]);
    case 'eth_signTypedData_v4':
      state.signerFor(params[0]);
      await state.owner.prompt();
      // Read again, because the owner may have locked the wallet
      // or changed the account while the window was open.
      return signTypedData(state.signerFor(params[0]), params[1], state.chainId);
    case 'personal_sign':
      state.signerFor(params[1]);
      await state.owner.prompt();
      return signPersonalMessage(state.signerFor(params[1]), params[0]);
    default:
      return readChain(rpcUrl, method, params);
  }
}

async function switchChain(state: WalletState, wanted: unknown): Promise<null> {
  const hex = typeof wanted === 'object' && wanted !== null && 'chainId' in wanted ? wanted.chainId : null;
  const id = typeof hex === 'string' && /^0x[0-9a-f]+$/i.test(hex) ? Number(hex) : null;
  if (id === null) throw new ProviderError(INVALID_PARAMS, 'The chain to switch to is not named.');
  if (!state.knownChains.has(id)) {
    throw new ProviderError(
      UNKNOWN_CHAIN,
      `Unrecognized chain ID "${hexChain(id)}". Try adding the chain first.`,
    );
  }
  if (id === state.chainId) return null;
  await state.owner.prompt();
  state.setChain(id);
  return null;
}

const permissions = (accounts: readonly string[]) => [
  { parentCapability: 'eth_accounts', caveats: [{ type: 'restrictReturnedAccounts', value: accounts }] },
];
