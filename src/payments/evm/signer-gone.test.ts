import { expect, test, vi } from 'vitest';
import { LASO, reviewOf } from '../testing/order-builders.ts';
import { ACCOUNT, fakeWallet, walletFailure, type FakeWallet } from '../testing/evm/fake-wallet.ts';
import { createEvmSigner } from './signer.ts';

/** A wallet whose window is open, and the payment that waits for it. */
async function asked() {
  let answer: (signature: string) => void = () => undefined;
  const wallet = fakeWallet({
    eth_signTypedData_v4: () => new Promise<string>((resolve) => (answer = resolve)),
  });
  const connection = { address: ACCOUNT.address, provider: wallet };
  const outcome = createEvmSigner({ review: reviewOf(), connection })
    .sign()
    .then(
      () => 'signed',
      (error: unknown) => error,
    );
  await vi.waitFor(() => expect(wallet.calls.at(-1)?.method).toBe('eth_signTypedData_v4'));
  return { wallet, outcome, answer: (signature: string) => answer(signature) };
}

test.each<[string, string, (wallet: FakeWallet) => void]>([
  ['locks', 'wallet-locked', (wallet) => wallet.emit('accountsChanged', [])],
  ['changes its account', 'wallet-account', (wallet) => wallet.emit('accountsChanged', [LASO])],
  ['loses its connection', 'wallet-locked', (wallet) => wallet.emit('disconnect', walletFailure(4900))],
])('a wallet that %s while it is asked and never answers: said at once', async (_what, kind, happens) => {
  const { wallet, outcome, answer } = await asked();
  happens(wallet);
  expect(await outcome).toMatchObject({ kind, message: expect.stringMatching(/Nothing was (signed|paid)/) });
  // What it signs afterwards changes nothing.
  answer(`0x${'ab'.repeat(65)}`);
  expect(await outcome).toMatchObject({ kind });
  expect([...wallet.listeners.values()].map(({ size }) => size)).toEqual([0, 0]);
});

test('what is no farewell does not end it: the same account again, or a wallet that reconnects to its node', async () => {
  const { wallet, outcome, answer } = await asked();
  wallet.emit('accountsChanged', [ACCOUNT.address.toLowerCase()]);
  wallet.emit('disconnect', walletFailure(1013));
  answer(`0x${'ab'.repeat(65)}`);
  expect(await outcome).toBe('signed');
});
