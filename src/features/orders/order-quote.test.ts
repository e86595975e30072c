import { afterEach, expect, test, vi } from 'vitest';
import type { LasoConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { sameTerms } from '#payments/quote/same-terms.ts';
import { intlCardProduct } from './intl-card-product.ts';
import { quoteOrder, signedLife, type OrderQuote } from './order-quote.ts';
import { usCardProduct, type UsCardToOrder } from './us-card-product.ts';

const LASO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const config: LasoConfig = {
  apiBaseUrl: 'https://laso.finance',
  identityToolkitUrl: 'https://identity.example',
  firebaseApiKey: '',
  firebaseProjectId: '',
  supportEmail: 'agents+support@laso.finance',
  networks: [
    {
      id: BASE,
      rpcUrl: '',
      usdc: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
      payTo: [LASO],
      explorerUrl: 'https://basescan.org',
    },
  ],
  redemptionHosts: [],
  imageHosts: [],
};

afterEach(() => vi.unstubAllGlobals());

const usCard = (amountCents: number): UsCardToOrder => ({ kind: 'us-card', amountCents });

/** A server that asks for what the documents say, with some terms changed. */
function server(atomic: bigint, changes: Record<string, unknown> = {}): void {
  vi.stubGlobal('fetch', (url: string) => {
    const offer = {
      scheme: 'exact',
      network: BASE,
      amount: String(atomic),
      asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
      payTo: LASO,
      maxTimeoutSeconds: 300,
      extra: { name: 'USD Coin', version: '2' },
      ...changes,
    };
    const challenge = { x402Version: 2, resource: { url }, accepts: [offer] };
    return Promise.resolve(
      new Response('{}', { status: 402, headers: { 'PAYMENT-REQUIRED': btoa(JSON.stringify(challenge)) } }),
    );
  });
}

function quoted(cents: number, changes: Record<string, unknown> = {}): Promise<OrderQuote> {
  server(BigInt(cents) * 10_000n, changes);
  return quoteOrder(config, usCardProduct, { order: usCard(cents), networkId: BASE });
}

/** An international card of $250 at this price. */
function quotedIntl(atomic: bigint): Promise<OrderQuote> {
  server(atomic);
  const order = { kind: 'intl-card', amountCents: 25_000 } as const;
  return quoteOrder(config, intlCardProduct, { order, networkId: BASE });
}

test('a U.S. card costs exactly what goes onto it', async () => {
  const quote = await quoted(4_995);
  expect(quote.findings).toEqual([]);
  expect(quote.offer?.amountAtomic).toBe(49_950_000n);
  expect(quote.limits).toMatchObject({ exactAmountAtomic: 49_950_000n, maxAmountAtomic: 49_950_000n });
  expect(quote.challenge.requestUrl).toBe('https://laso.finance/get-card?amount=49.95');
});

test('a price that is a millionth of a dollar off is a finding, in both directions', async () => {
  for (const amount of ['50000001', '49999999'])
    expect((await quoted(5_000, { amount })).findings.map(({ code }) => code)).toEqual(['amount']);
});

test('an international card costs what the quote says, never more than it said', async () => {
  const quote = await quotedIntl(259_500_000n);
  expect(quote).toMatchObject({ findings: [], deviation: null });
  expect(quote.limits).toEqual({
    requestUrl: 'https://laso.finance/order-intl-card?amount=250',
    maxAmountAtomic: 259_500_000n,
  });
  expect(await quotedIntl(285_709_500n)).toMatchObject({ findings: [], deviation: { kind: 'far-above' } });
});

test('a price that changed, also to a lower one, goes back to review', async () => {
  const before = await quotedIntl(259_500_000n);
  expect(sameTerms(before, await quotedIntl(259_500_000n))).toBe(true);
  expect(sameTerms(before, await quotedIntl(259_500_001n))).toBe(false);
  expect(sameTerms(before, await quotedIntl(259_000_000n))).toBe(false);
});

test('the same terms are the same, however the addresses are written', async () => {
  const payTo = LASO.replace(/[a-f]/g, (letter) => letter.toUpperCase()).replace('0X', '0x');
  expect(sameTerms(await quoted(5_000), await quoted(5_000, { payTo }))).toBe(true);
});

test('terms that changed, or may not be paid at all, are not the same', async () => {
  const before = await quoted(5_000);
  expect(sameTerms(before, await quoted(5_000, { maxTimeoutSeconds: 299 }))).toBe(false);
  expect(sameTerms(before, await quoted(5_001))).toBe(false);
  // Equal in everything compared, but the guard has found something.
  const refused = await quoted(5_000, { scheme: 'upto' });
  expect(sameTerms(before, refused)).toBe(false);
  expect(sameTerms(refused, refused)).toBe(false);
});

test('a configuration without Base cannot order', async () => {
  await expect(
    quoteOrder({ ...config, networks: [] }, usCardProduct, { order: usCard(5_000), networkId: BASE }),
  ).rejects.toThrow(BASE);
});

test('the review says how long the signature is good for, which is ten minutes at most', async () => {
  const life = async (maxTimeoutSeconds: number) => {
    const { findings, offer } = await quoted(5_000, { maxTimeoutSeconds });
    expect(findings).toEqual([]);
    return signedLife(offer);
  };
  expect(await life(345_600)).toBe('10 minutes at most');
  expect(await life(300)).toBe('5 minutes at most');
  expect(await life(45)).toBe('45 seconds');
  expect(signedLife(null)).toBe('about a minute');
});
