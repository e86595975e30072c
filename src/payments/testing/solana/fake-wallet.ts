/** For tests: a wallet-standard wallet with a local key, which can change what it signs as real ones do. */
import {
  createKeyPairSignerFromPrivateKeyBytes,
  getCompiledTransactionMessageDecoder,
  getCompiledTransactionMessageEncoder,
  getTransactionDecoder,
  getTransactionEncoder,
  signBytes,
  type Address,
  type CompiledTransactionMessage,
  type CompiledTransactionMessageWithLifetime,
  type Transaction,
} from '@solana/kit';
import { LIGHTHOUSE_PROGRAM } from '../../solana/programs.ts';
import type { StandardWallet } from '../../solana/signing-wallet.ts';

export type Message = CompiledTransactionMessage & CompiledTransactionMessageWithLifetime;
type Instruction = Message['instructions'][number];

export interface FakeWallet extends StandardWallet {
  readonly address: string;
  accounts: { address: string }[];
  /** How often a signature was asked for. */
  signatures: number;
  readonly inputs: unknown[];
}

interface Habits {
  /** Before signing: another message than the one that was asked for. */
  change?: (message: Message) => Message;
  /** Instead of signing. */
  answer?: () => unknown;
  features?: Record<string, unknown>;
}

export async function fakeWallet({ change = (same) => same, answer, features }: Habits = {}) {
  const signer = await createKeyPairSignerFromPrivateKeyBytes(new Uint8Array(32).fill(7));
  const sign = async (wire: Uint8Array): Promise<Uint8Array> => {
    const asked = getTransactionDecoder().decode(wire);
    const message = change(decodeMessage(asked.messageBytes));
    const bytes = getCompiledTransactionMessageEncoder().encode(message);
    const signature = await signBytes(signer.keyPair.privateKey, bytes);
    const signers = message.staticAccounts.slice(0, message.header.numSignerAccounts);
    const signatures = Object.fromEntries(
      signers.map((each) => [each, each === signer.address ? signature : null]),
    );
    // The brand of `messageBytes` exists for the compiler only.
    const signed = { messageBytes: bytes as Transaction['messageBytes'], signatures };
    return new Uint8Array(getTransactionEncoder().encode(signed));
  };
  const wallet: FakeWallet = {
    name: 'Fake wallet',
    address: signer.address,
    accounts: [{ address: signer.address }],
    signatures: 0,
    inputs: [],
    features: {
      'solana:signTransaction': {
        supportedTransactionVersions: ['legacy', 0],
        signTransaction: async (input: { transaction: Uint8Array }) => {
          wallet.signatures += 1;
          wallet.inputs.push(input);
          return answer ? answer() : [{ signedTransaction: await sign(input.transaction) }];
        },
      },
      'solana:signMessage': {
        signMessage: async ({ message }: { message: Uint8Array }) => [
          { signature: new Uint8Array(await signBytes(signer.keyPair.privateKey, message)) },
        ],
      },
      ...features,
    },
  };
  return wallet;
}

// The encoder always writes a lifetime; the decoder's type says so too.
const decodeMessage = (bytes: Transaction['messageBytes']): Message =>
  getCompiledTransactionMessageDecoder().decode(bytes);

interface Lighthouse {
  before?: number;
  after?: number;
  /** Its first bytes. */
  kind?: readonly number[];
}

/** Lighthouse's `AssertTokenAccount`. */
const ASSERT_TOKEN_ACCOUNT = 9;

/** What Phantom and Solflare do: assertions of Lighthouse among the instructions. `kind`: another instruction of it. */
export const withLighthouse =
  ({ before = 0, after = 0, kind = [ASSERT_TOKEN_ACCOUNT] }: Lighthouse) =>
  (message: Message): Message => {
    const { staticAccounts, header } = message;
    const assertion = (at: number): Instruction => ({
      programAddressIndex: staticAccounts.length,
      accountIndices: [],
      data: Uint8Array.of(...kind, at),
    });
    const assertions = (count: number) => Array.from({ length: count }, (_, at) => assertion(at));
    const [limit, price, ...rest] = message.instructions;
    if (!limit || !price) throw new Error('no payment');
    return {
      ...message,
      staticAccounts: [...staticAccounts, LIGHTHOUSE_PROGRAM as Address],
      header: { ...header, numReadonlyNonSignerAccounts: header.numReadonlyNonSignerAccounts + 1 },
      instructions: [limit, price, ...assertions(before), ...rest, ...assertions(after)],
    };
  };

/** One instruction's data changed. */
export const withData =
  (at: number, change: (data: Uint8Array) => Uint8Array) =>
  (message: Message): Message => ({
    ...message,
    instructions: message.instructions.map((instruction, index) =>
      index === at ? { ...instruction, data: change(new Uint8Array(instruction.data ?? [])) } : instruction,
    ),
  });
