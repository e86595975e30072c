import { getBase58Decoder } from '@solana/kit';
import { PaymentError } from '../payment-error.ts';
import { walletError } from './wallet-error.ts';

/** A wallet of the wallet standard (https://github.com/wallet-standard/wallet-standard), as far as we use it: everything it says is checked here. */
export interface StandardWallet {
  readonly name: string;
  readonly accounts: readonly { readonly address: string }[];
  readonly features: Readonly<Record<string, unknown>>;
}

/** For the signer only: what the person connected. */
export interface SolanaConnection {
  readonly address: string;
  readonly wallet: StandardWallet;
}

const CHAIN = 'solana:mainnet';
const SIGN = 'solana:signTransaction';
const SIGN_MESSAGE = 'solana:signMessage';

/** Without this, a wallet can only send by itself, and the fee payer's signature would be missing. */
export const canSignTransactions = ({ features }: StandardWallet): boolean => {
  const feature = features[SIGN];
  const versions =
    typeof feature === 'object' && feature !== null && 'supportedTransactionVersions' in feature
      ? feature.supportedTransactionVersions
      : [];
  return methodOf(feature, 'signTransaction') !== null && Array.isArray(versions) && versions.includes(0);
};

/**
 * Asks the wallet for its account (not our memory of it: lessons.md 27), then for one signature. Bytes in, bytes out: what comes back may be
 * another transaction and has to be checked. Throws PaymentError `wallet-…`.
 */
export async function signTransaction(
  { wallet, address }: SolanaConnection,
  transaction: Uint8Array,
): Promise<Uint8Array> {
  const account = accountOf(wallet, address);
  const sign = methodOf(wallet.features[SIGN], 'signTransaction');
  if (!sign) throw unsupported();
  // The chain is named: the adapter's own way through web3.js leaves it to the wallet to guess.
  const answer = asked(sign, { account, chain: CHAIN, transaction }, 'signedTransaction');
  return whileConnected(wallet, address, answer);
}

/** A wallet that is locked or changes its account while it is asked may never answer: that is said at once. What it signs afterwards is dropped. */
async function whileConnected<T>(wallet: StandardWallet, address: string, answer: Promise<T>): Promise<T> {
  const events = wallet.features['standard:events'];
  const on: unknown = typeof events === 'object' && events !== null ? Reflect.get(events, 'on') : null;
  if (typeof on !== 'function') return answer;
  let off: unknown;
  const gone = new Promise<never>((_, reject) => {
    const look = (): void => {
      try {
        accountOf(wallet, address);
      } catch (error) {
        reject(error);
      }
    };
    off = Reflect.apply(on, events, ['change', look]);
  });
  try {
    return await Promise.race([answer, gone]);
  } finally {
    if (typeof off === 'function') off();
  }
}

/** A signature (base58) of a text, for signing in. It can pay nothing. Throws PaymentError `wallet-…`. */
export async function signMessage({ wallet, address }: SolanaConnection, text: string): Promise<string> {
  const account = accountOf(wallet, address);
  const sign = methodOf(wallet.features[SIGN_MESSAGE], 'signMessage');
  if (!sign)
    throw new PaymentError(
      'wallet-unsupported',
      'This wallet cannot sign messages, so it cannot sign in here. Use another wallet, or a login link.',
    );
  const message = new TextEncoder().encode(text);
  return getBase58Decoder().decode(await asked(sign, { account, message }, 'signature'));
}

function accountOf({ accounts }: StandardWallet, address: string) {
  const [active] = accounts;
  if (!active)
    throw new PaymentError(
      'wallet-locked',
      'The wallet is locked. Unlock it and try again. Nothing was signed.',
    );
  if (active.address !== address)
    throw new PaymentError(
      'wallet-account',
      'The wallet has switched to another account than the one shown. Switch it back, or connect it again. Nothing was signed.',
    );
  return active;
}

type Method = (input: object) => unknown;

function methodOf(feature: unknown, name: string): Method | null {
  if (typeof feature !== 'object' || feature === null) return null;
  const method: unknown = Reflect.get(feature, name);
  return typeof method === 'function' ? (input) => Reflect.apply(method, feature, [input]) : null;
}

async function asked(method: Method, input: object, output: string): Promise<Uint8Array> {
  let answer: unknown;
  try {
    answer = await method(input);
  } catch (cause) {
    throw walletError(cause);
  }
  const [first] = Array.isArray(answer) ? answer : [];
  const bytes: unknown = typeof first === 'object' && first !== null ? Reflect.get(first, output) : null;
  if (!(bytes instanceof Uint8Array)) throw unsupported();
  return new Uint8Array(bytes);
}

const unsupported = (): PaymentError =>
  new PaymentError(
    'wallet-unsupported',
    'This wallet cannot sign this kind of payment. Use another Solana wallet, or pay on Base. Nothing was paid.',
  );
