import {
  appendTransactionMessageInstructions,
  address,
  blockhash,
  compileTransaction,
  createTransactionMessage,
  getBase58Encoder,
  getCompiledTransactionMessageDecoder,
  getPublicKeyFromAddress,
  getTransactionDecoder,
  getTransactionEncoder,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
  verifySignature,
  AccountRole,
  signatureBytes,
} from '@solana/kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSolanaWallet } from './solana-wallet.ts';
import { solanaWalletKeys } from './solana-wallet-keys.ts';
import type { StandardAccount } from './wallet-standard.ts';

const keys = await solanaWalletKeys();
const [first, second] = keys.map((key) => key.address);
const FEE_PAYER = address('BJE5MMbqXjVwjAF7oxwPYXnTXDyspzZyt4vwenNw5ruG');
const BUDGET = address('ComputeBudget111111111111111111111111111111');
const MEMO = address('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');
const LIGHTHOUSE = 'L2TExMFKdjpN9kozasaurPirfHy9P8sbXoAN1qA3S95';

/** Two budget instructions and a memo that the wallet signs; the fee payer's slot stays empty. */
function transactionFor(signer: string): Uint8Array {
  const memo = {
    programAddress: MEMO,
    accounts: [{ address: address(signer), role: AccountRole.READONLY_SIGNER }],
    data: new TextEncoder().encode('hello'),
  };
  const budget = { programAddress: BUDGET, data: new Uint8Array([2, 1, 0, 0, 0]) };
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (empty) => setTransactionMessageFeePayer(FEE_PAYER, empty),
    (paid) =>
      setTransactionMessageLifetimeUsingBlockhash(
        { blockhash: blockhash(FEE_PAYER), lastValidBlockHeight: 1n },
        paid,
      ),
    (timed) => appendTransactionMessageInstructions([budget, budget, memo], timed),
  );
  return new Uint8Array(getTransactionEncoder().encode(compileTransaction(message)));
}

let wallet: ReturnType<typeof createSolanaWallet>;
// As an app calls it: by feature and method, untyped.
const call = async (feature: `${string}:${string}`, method: string, input?: unknown): Promise<unknown> => {
  const found: unknown = Reflect.get(Object(wallet.wallet.features[feature]), method);
  if (typeof found !== 'function') throw new Error(`no ${feature} ${method}`);
  return found(input);
};
const connect = () => call('standard:connect', 'connect');
const account = (): StandardAccount | undefined => wallet.wallet.accounts[0];
const signed = async (): Promise<Uint8Array> => {
  const input = {
    account: account(),
    chain: 'solana:mainnet',
    transaction: transactionFor(account()?.address ?? first ?? ''),
  };
  const [answer] = Object.values(Object(await call('solana:signTransaction', 'signTransaction', input)));
  return Reflect.get(Object(answer), 'signedTransaction');
};
const programsIn = (bytes: Uint8Array): string[] => {
  const message = getCompiledTransactionMessageDecoder().decode(
    getTransactionDecoder().decode(bytes).messageBytes,
  );
  return message.instructions.map((one) => message.staticAccounts[one.programAddressIndex] ?? '');
};

beforeEach(() => {
  wallet = createSolanaWallet(keys);
});

describe('connecting', () => {
  it('shows no account before the page has asked, and connects silently only when it was connected', async () => {
    expect(await call('standard:connect', 'connect', { silent: true })).toEqual({ accounts: [] });
    await connect();
    expect(account()?.address).toBe(first);
    expect(account()?.publicKey).toEqual(new Uint8Array(getBase58Encoder().encode(first ?? '')));
    expect(await call('standard:connect', 'connect', { silent: true })).toEqual({ accounts: [account()] });
  });

  it('notifies the page of another account, a lock and its end', async () => {
    const heard: unknown[] = [];
    const on = Reflect.get(Object(wallet.wallet.features['standard:events']), 'on');
    on('change', (changes: { accounts: StandardAccount[] }) =>
      heard.push(changes.accounts.map((one) => one.address)),
    );
    await connect();
    wallet.controls.useAccount(1);
    wallet.controls.lock();
    wallet.controls.unlock();
    wallet.controls.disconnect();
    expect(heard).toEqual([[first], [second], [], [second], []]);
    expect(account()).toBeUndefined();
  });
});

describe('signing', () => {
  it('fills its own slot with a good signature, and leaves message and fee payer alone', async () => {
    await connect();
    const before = getTransactionDecoder().decode(transactionFor(first ?? ''));
    const after = getTransactionDecoder().decode(await signed());
    expect(after.messageBytes).toEqual(before.messageBytes);
    expect(after.signatures[FEE_PAYER]).toBeNull();
    const [, own] = Object.values(after.signatures);
    const key = await getPublicKeyFromAddress(address(first ?? ''));
    expect(await verifySignature(key, signatureBytes(own ?? new Uint8Array()), after.messageBytes)).toBe(
      true,
    );
  });

  it.each([
    ['none', [BUDGET, BUDGET, MEMO]],
    ['after', [BUDGET, BUDGET, MEMO, LIGHTHOUSE]],
    ['before', [BUDGET, BUDGET, LIGHTHOUSE, MEMO]],
    ['phantom', [BUDGET, BUDGET, LIGHTHOUSE, LIGHTHOUSE, LIGHTHOUSE, MEMO, LIGHTHOUSE]],
  ] as const)('with Lighthouse "%s" it signs another message than it was given', async (where, programs) => {
    await connect();
    wallet.controls.lighthouse(where);
    expect(programsIn(await signed())).toEqual(programs);
  });

  it('refuses once with 4001 when a test asks for it, and notices an account changed while its window was open', async () => {
    await connect();
    wallet.controls.rejectNext();
    await expect(signed()).rejects.toMatchObject({ code: 4001 });
    await expect(signed()).resolves.toBeInstanceOf(Uint8Array);
    const gate = Promise.withResolvers<void>();
    wallet.controls.delayNext(gate.promise);
    const asked = signed();
    wallet.controls.useAccount(1);
    gate.resolve();
    await expect(asked).rejects.toMatchObject({ code: 4100 });
  });

  it('signs a message that verifies, and records what it was asked without its keys', async () => {
    await connect();
    const message = new TextEncoder().encode('sign in');
    const [answer] = Object.values(
      Object(await call('solana:signMessage', 'signMessage', { account: account(), message })),
    );
    const signature = signatureBytes(Reflect.get(Object(answer), 'signature'));
    const key = await getPublicKeyFromAddress(address(first ?? ''));
    expect(await verifySignature(key, signature, message)).toBe(true);
    expect(wallet.controls.calls).toEqual([
      { method: 'standard:connect', params: [{ silent: false }] },
      { method: 'solana:signMessage', params: [{ account: first, chain: null, message: btoa('sign in') }] },
    ]);
  });

  it('signs nothing for an account that the page was not given, or for another chain', async () => {
    const input = { account: { address: first }, transaction: transactionFor(first ?? '') };
    await expect(call('solana:signTransaction', 'signTransaction', input)).rejects.toMatchObject({
      code: 4100,
    });
    await connect();
    const elsewhere = { ...input, chain: 'solana:devnet' };
    await expect(call('solana:signTransaction', 'signTransaction', elsewhere)).rejects.toMatchObject({
      code: -32602,
    });
  });
});
