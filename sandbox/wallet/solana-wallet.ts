import { getBase64Decoder } from '@solana/kit';
import { INVALID_PARAMS, ProviderError } from './provider-error.ts';
import type { Lighthouse } from './solana-lighthouse.ts';
import { signSolanaMessage, signSolanaTransaction } from './solana-sign.ts';
import {
  SIGN_MESSAGE,
  SIGN_TRANSACTION,
  SOLANA_MAINNET,
  SolanaState,
  type SolanaKey,
} from './solana-state.ts';
import type { StandardAccount, StandardWallet } from './wallet-standard.ts';
import { WALLET_ICON } from './wallet-icon.ts';
import type { WalletCall } from './wallet-state.ts';

/**
 * What tests may do with the Solana half
 * (`window.sandboxWallet.solana`); the words are those of the EVM half.
 */
export interface SolanaControls {
  /** Named by feature: "standard:connect", "solana:signTransaction", …; bytes in base64. */
  readonly calls: readonly WalletCall[];
  /** Addresses in their real case. */
  readonly accounts: readonly string[];
  rejectNext(): void;
  delayNext(promise: Promise<unknown>): void;
  /** From now on; `count` (1) instructions, except for "phantom". */
  lighthouse(where: Lighthouse, count?: number): void;
  useAccount(index: number): void;
  lock(): void;
  unlock(): void;
  /** The wallet ends the connection by itself. */
  disconnect(): void;
}

interface SignInput {
  readonly account: StandardAccount;
  readonly chain?: string;
}

/**
 * A Wallet Standard wallet that signs at once and for real,
 * with keys that anyone can compute. It sends nothing.
 */
export function createSolanaWallet(
  keys: readonly SolanaKey[],
  onCall: (call: WalletCall) => void = () => {},
): { wallet: StandardWallet; controls: SolanaControls } {
  const state = new SolanaState(keys);
  let lighthouse: { where: Lighthouse; count: number } = { where: 'none', count: 0 };
  const record = (method: string, ...params: unknown[]): void => {
    const call = { method, params };
    state.calls.push(call);
    onCall(call);
  };

  const connect = async ({ silent = false }: { silent?: boolean } = {}) => {
    record('standard:connect', { silent });
    // Silent means without a window, so it works only for a page that is connected already.
    if (!silent && state.visible().length === 0) {
      await state.owner.prompt();
      state.setConnected(true);
    }
    return { accounts: state.visible() };
  };
  const signTransaction = async (...inputs: (SignInput & { readonly transaction: Uint8Array })[]) => {
    record(SIGN_TRANSACTION, ...inputs.map((input) => recorded(input, { transaction: input.transaction })));
    return inSequence(inputs, async ({ account, chain = SOLANA_MAINNET, transaction }) => {
      if (chain !== SOLANA_MAINNET)
        throw new ProviderError(INVALID_PARAMS, `The wallet does not know "${chain}".`);
      state.keyFor(account);
      await state.owner.prompt();
      // Read again, because the owner may have locked the wallet
      // or changed the account while the window was open.
      const { seed } = state.keyFor(account);
      return { signedTransaction: await signSolanaTransaction(seed, transaction, lighthouse) };
    });
  };
  const signMessage = async (...inputs: (SignInput & { readonly message: Uint8Array })[]) => {
    record(SIGN_MESSAGE, ...inputs.map((input) => recorded(input, { message: input.message })));
    return inSequence(inputs, async ({ account, message }) => {
      state.keyFor(account);
      await state.owner.prompt();
      const signature = await signSolanaMessage(state.keyFor(account).seed, message);
      return { signedMessage: message, signature, signatureType: 'ed25519' };
    });
  };

  const wallet: StandardWallet = {
    version: '1.0.0',
    name: 'Sandbox wallet',
    icon: WALLET_ICON,
    chains: [SOLANA_MAINNET],
    get accounts() {
      return state.visible();
    },
    features: {
      'standard:connect': { version: '1.0.0', connect },
      'standard:disconnect': {
        version: '1.0.0',
        disconnect: async () => {
          record('standard:disconnect');
          state.setConnected(false);
        },
      },
      'standard:events': {
        version: '1.0.0',
        on: (event: string, listener: (changes: { accounts: readonly StandardAccount[] }) => void) =>
          event === 'change' ? state.listen(listener) : () => {},
      },
      [SIGN_TRANSACTION]: { version: '1.0.0', supportedTransactionVersions: ['legacy', 0], signTransaction },
      [SIGN_MESSAGE]: { version: '1.1.0', signMessage },
    },
  };
  const controls: SolanaControls = {
    calls: state.calls,
    accounts: keys.map(({ address }) => address),
    rejectNext: () => state.owner.rejectNext(),
    delayNext: (promise) => state.owner.delayNext(promise),
    lighthouse: (where, count = 1) => {
      lighthouse = { where, count };
    },
    useAccount: (index) => state.useAccount(index),
    lock: () => state.setLocked(true),
    unlock: () => state.setLocked(false),
    disconnect: () => state.setConnected(false),
  };
  return { wallet, controls };
}

/** One window after the other, as a person answers them. */
async function inSequence<T, R>(inputs: readonly T[], work: (input: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (const input of inputs) answers.push(await work(input));
  return answers;
}

const recorded = ({ account, chain }: SignInput, bytes: Record<string, Uint8Array>) => ({
  account: account.address,
  chain: chain ?? null,
  ...Object.fromEntries(
    Object.entries(bytes).map(([name, value]) => [name, getBase64Decoder().decode(value)]),
  ),
});
