import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { signWhileConnected } from './sign-while-connected.ts';
import { fakeWalletPort } from '#testing/fake-wallet-port.ts';

const network: NetworkConfig = { id: BASE, rpcUrl: '', usdc: '', payTo: [], explorerUrl: '' };
const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function asked(signMessage: () => Promise<string> = () => new Promise(() => {})) {
  const wallets = fakeWalletPort({ network, address, signMessage });
  const answer = signWhileConnected({ wallets, address, text: 'x', endsAtMs: 300_000, nowMs: 0 });
  return { wallets, answer };
}

test('the signature comes through, and nothing is left behind', async () => {
  const { answer } = asked(async () => '0x1');
  expect(await answer).toBe('0x1');
  expect(vi.getTimerCount()).toBe(0);
});

test('a wallet that disconnects while it is asked ends the question', async () => {
  const { wallets, answer } = asked();
  wallets.become(null);
  await expect(answer).rejects.toMatchObject({ kind: 'wallet-locked' });
});

test('a wallet that changes its account while it is asked ends the question', async () => {
  const { wallets, answer } = asked();
  wallets.become('0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC');
  await expect(answer).rejects.toMatchObject({ kind: 'wallet-account' });
});

test('the same account in other letters is no change', async () => {
  const { wallets, answer } = asked(async () => '0x1');
  wallets.become(address.toLowerCase());
  expect(await answer).toBe('0x1');
});

test('a wallet that does not answer until the message ends is not waited for', async () => {
  const { answer } = asked();
  await Promise.all([
    expect(answer).rejects.toMatchObject({ kind: 'wallet-silent' }),
    vi.advanceTimersByTimeAsync(300_000),
  ]);
});

test("the owner's refusal comes through as it is", async () => {
  const { answer } = asked(() => Promise.reject(new PaymentError('wallet-rejected', 'no')));
  await expect(answer).rejects.toMatchObject({ kind: 'wallet-rejected' });
});
