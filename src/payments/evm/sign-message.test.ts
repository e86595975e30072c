import { expect, test } from 'vitest';
import { ACCOUNT, fakeWallet, walletFailure } from '../testing/evm/fake-wallet.ts';
import { signMessage } from './sign-message.ts';

const TEXT = 'laso.finance wants you to sign in — ok';
const asking = (answers: Parameters<typeof fakeWallet>[0]) => {
  const provider = fakeWallet(answers);
  return { provider, signed: signMessage({ provider, address: ACCOUNT.address }, TEXT) };
};

test('one personal_sign of the UTF-8 text by the connected account', async () => {
  const { provider, signed } = asking({
    personal_sign: (params) =>
      ACCOUNT.signMessage({ message: { raw: Array.isArray(params) ? params[0] : '0x' } }),
  });
  expect(await signed).toBe(await ACCOUNT.signMessage({ message: TEXT }));
  expect(provider.calls.map(({ method }) => method)).toEqual(['eth_accounts', 'personal_sign']);
});

test.each([
  ['rejected', 4001, 'wallet-rejected'],
  ['locked', 4100, 'wallet-locked'],
  ['disconnected', 4900, 'wallet-locked'],
  ['busy', -32002, 'wallet-pending'],
  ['without the method', 4200, 'wallet-unsupported'],
])('a wallet that is %s has its own sentence', async (_what, code, kind) => {
  const { signed } = asking({ personal_sign: () => Promise.reject(walletFailure(code)) });
  await expect(signed).rejects.toMatchObject({ kind });
});

test('each of these sentences is another one', async () => {
  const sentences = await Promise.all(
    [4001, 4100, 4900, -32002, 4200].map((code) =>
      asking({ personal_sign: () => Promise.reject(walletFailure(code)) }).signed.catch((error: unknown) =>
        String(error),
      ),
    ),
  );
  expect(new Set(sentences).size).toBe(5);
});

test('another account than the one shown, or none, is not asked to sign', async () => {
  const other = asking({ eth_accounts: () => ['0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'] });
  await expect(other.signed).rejects.toMatchObject({ kind: 'wallet-account' });
  const locked = asking({ eth_accounts: () => [] });
  await expect(locked.signed).rejects.toMatchObject({ kind: 'wallet-locked' });
  expect([...other.provider.calls, ...locked.provider.calls].map(({ method }) => method)).toEqual([
    'eth_accounts',
    'eth_accounts',
  ]);
});

test('something that is no signature is not taken for one', async () => {
  const { signed } = asking({ personal_sign: () => 'ok' });
  await expect(signed).rejects.toMatchObject({ kind: 'wallet-unsupported' });
});
