import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { parseConfig } from '#config/config-schema.ts';
import { ConfigContext } from '#config/config-context.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { frozenAccount } from '#payments/quote/quote-refusal.ts';
import {
  challengeOf,
  challengeRaw,
  NETWORK,
  LIMITS,
  ORIGIN,
  PAYER,
  TRUSTED,
} from '#payments/testing/order-builders.ts';
import { payForOrder } from './mutations.ts';
import type { OrderQuote } from './order-quote.ts';
import { usCardProduct, type UsCardToOrder } from './us-card-product.ts';
import { useOrder } from './use-order.ts';
import type { PaymentCheck, WalletPort } from '#wallets/wallet-port.ts';

vi.mock('./mutations.ts', () => ({ payForOrder: vi.fn(), keepDelivered: vi.fn() }));
const quote = vi.hoisted(() => ({ current: vi.fn() }));
vi.mock('./order-quote.ts', () => ({ quoteOrder: quote.current }));
vi.mock('#payments/quote/same-terms.ts', () => ({ sameTerms: () => true }));

const config = parseConfig({
  apiBaseUrl: ORIGIN,
  identityToolkitUrl: ORIGIN,
  firebaseApiKey: '',
  firebaseProjectId: '',
  supportEmail: 'agents+support@laso.finance',
  networks: [NETWORK],
  redemptionHosts: [],
  imageHosts: [],
});
const order: UsCardToOrder = { kind: 'us-card', amountCents: 5_000 };
const challenge = challengeOf(challengeRaw);
const [offer = null] = challenge.offers;
const reviewed: OrderQuote<UsCardToOrder> = {
  order,
  words: usCardProduct.words(order, 0n, null),
  challenge,
  offer,
  findings: [],
  deviation: null,
  limits: LIMITS,
  trusted: TRUSTED,
};

afterEach(() => {
  vi.clearAllMocks();
});

/** Presses Pay; what the hook says afterwards. */
async function pressPay(
  findings: PaymentCheck['findings'],
  lookBeforePaying: () => Promise<readonly string[] | null>,
  connectedAs = PAYER,
) {
  quote.current.mockResolvedValue(reviewed);
  const connection = { walletId: 'w', walletName: 'Wallet', address: connectedAs };
  const wallets: WalletPort = {
    network: reviewed.trusted.network,
    detected: () => [],
    connection: () => connection,
    subscribe: () => () => undefined,
    connect: async () => connection,
    disconnect: async () => undefined,
    signMessage: () => Promise.reject(new Error('nothing may be signed')),
    loadPaying: async () => undefined,
    checkPayment: async () => ({ balanceAtomic: 0n, findings }),
    createSigner: () => Promise.reject(new Error('nothing may be signed')),
    changeNetwork: null,
  };
  const { result } = renderHook(
    () =>
      useOrder({
        product: usCardProduct,
        accountOnScreen: null,
        lookBeforePaying,
        isHidden: () => false,
        onCredentials: async () => undefined,
        onDelivered: async () => undefined,
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <ConfigContext value={config}>{children}</ConfigContext>
      ),
    },
  );
  await act(() => result.current.pay(reviewed, { wallets, address: PAYER }));
  const { stage, error } = result.current;
  return { at: stage.at, error: error instanceof PaymentError ? error : null };
}

test('S30: an account that Laso froze meanwhile pays nothing, and is told Laso’s words', async () => {
  const { at, error } = await pressPay([], () => Promise.reject(frozenAccount('Under review.')));
  expect([at, error?.kind, error?.serverMessage]).toEqual(['review', 'frozen', 'Under review.']);
  expect(payForOrder).not.toHaveBeenCalled();
});

test('what turns up at the last moment is said, so that Pay never seems to do nothing', async () => {
  const stop = { level: 'stop' as const, code: 'balance', sentence: 'This wallet has only 1.00 USDC.' };
  const { at, error } = await pressPay([stop], async () => null);
  expect([at, error?.message]).toEqual(['review', 'This wallet has only 1.00 USDC. Nothing was signed.']);
  const other = await pressPay([], async () => null, '0x00000000000000000000000000000000000000aa');
  expect([other.at, other.error?.kind]).toEqual(['review', 'wallet-account']);
  expect(payForOrder).not.toHaveBeenCalled();
});
