import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig, type NetworkConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { testIdToken } from '#testing/jwt.ts';
import { BASE_CHAIN, paymentRequired, signInInfo, SOLANA_CHAIN } from '#testing/sign-in.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { loadWallets } from '#wallets/load-wallets.ts';
import { SignInFirst } from './sign-in-first.tsx';
import { fakeWalletPort } from '#testing/fake-wallet-port.ts';

vi.mock('#wallets/load-wallets.ts');

const address = '0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc';
const config = parseConfig({
  apiBaseUrl: 'https://laso.finance',
  identityToolkitUrl: 'https://identitytoolkit.googleapis.com',
  firebaseApiKey: '',
  firebaseProjectId: '',
  supportEmail: 'a@b.example',
  networks: [{ id: BASE, rpcUrl: '', usdc: address, payTo: [address], explorerUrl: 'https://basescan.org' }],
  redemptionHosts: [],
  imageHosts: [],
});
const [network] = config.networks;
if (!network) throw new Error('no network');
const base: NetworkConfig = network;

/** A 402 made now, as the page checks times against the clock. */
function challenge(accepts: unknown[] = [], chains = [BASE_CHAIN, SOLANA_CHAIN], ageMs = 0): Response {
  const now = Date.now() - ageMs;
  const times = {
    issuedAt: new Date(now).toISOString(),
    expirationTime: new Date(now + 300_000).toISOString(),
  };
  return new Response('{}', {
    status: 402,
    headers: { 'PAYMENT-REQUIRED': paymentRequired(signInInfo(times), accepts, chains) },
  });
}

function review(answer: (headers: Headers) => Response, signMessage = async () => '0x1') {
  const sent: Headers[] = [];
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    sent.push(headers);
    return answer(headers);
  });
  vi.mocked(loadWallets).mockResolvedValue(fakeWalletPort({ network: base, address, signMessage }));
  const onCredentials = vi.fn(async () => undefined);
  render(
    <ConfigContext value={config}>
      <SignInFirst network={base} address={address} walletName="Test wallet" onCredentials={onCredentials} />
    </ConfigContext>,
  );
  return { sent, onCredentials };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const session = (userId: string) =>
  Response.json({
    auth: {
      id_token: testIdToken(Date.now() + 3_600_000, { sub: userId, user_id: userId }),
      refresh_token: 'r',
    },
    user_id: userId,
  });

test('it shows the message first, then signs once and hands over the session', async () => {
  const own = address.toLowerCase();
  const { sent, onCredentials } = review((headers) =>
    headers.has('SIGN-IN-WITH-X') ? session(own) : challenge(),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in first' }));
  await screen.findByText(/laso\.finance wants you to sign in/);
  expect(screen.getByText(/may warn that laso\.finance is not the address of this page/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Sign in with Test wallet' }));
  await waitFor(() =>
    expect(onCredentials).toHaveBeenCalledWith(expect.objectContaining({ accountId: own })),
  );
  expect(sent.filter((headers) => headers.has('SIGN-IN-WITH-X'))).toHaveLength(1);
});

test('where it is not offered free, nothing is drawn and no wallet code is fetched', async () => {
  const { sent } = review(() => challenge([{}], [SOLANA_CHAIN]));
  await waitFor(() => expect(sent.length).toBeGreaterThan(0));
  expect(screen.queryByRole('region')).toBeNull();
  expect(loadWallets).not.toHaveBeenCalled();
});

test("another account's session is dropped", async () => {
  const other = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc';
  const { onCredentials } = review((headers) =>
    headers.has('SIGN-IN-WITH-X') ? session(other) : challenge(),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in first' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in with Test wallet' }));
  expect((await screen.findByRole('alert')).textContent).toContain('a different account than your wallet’s');
  expect(onCredentials).not.toHaveBeenCalled();
});

test('a refusal is said, and the message stays to be signed', async () => {
  const refusal = new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.');
  const { sent } = review(
    () => challenge(),
    () => Promise.reject(refusal),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in first' }));
  const sign = await screen.findByRole('button', { name: 'Sign in with Test wallet' });
  await userEvent.click(sign);
  await screen.findByText(/You declined in the wallet/);
  expect(screen.getByRole('button', { name: 'Sign in with Test wallet' })).toBeTruthy();
  expect(sent.filter((headers) => headers.has('SIGN-IN-WITH-X'))).toEqual([]);
});

test('a message about to expire is replaced by a new one, which is shown and not signed', async () => {
  let ageMs = 290_000;
  const signMessage = vi.fn(async () => '0x1');
  review(() => challenge([], [BASE_CHAIN], ageMs), signMessage);
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in first' }));
  const sign = await screen.findByRole('button', { name: 'Sign in with Test wallet' });
  ageMs = 0;
  await userEvent.click(sign);
  await screen.findByText(/had expired, so a new one was requested/);
  expect(signMessage).not.toHaveBeenCalled();
});
