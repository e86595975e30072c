/** For tests: what `GET /auth` answers when it offers the free sign-in. */
import type { SignInInfo } from '#laso/sign-in-with-x.ts';

export const NOW_MS = Date.parse('2026-11-21T12:00:00.000Z');
export const BASE_CHAIN = { chainId: 'eip155:8453', type: 'eip191' };
export const SOLANA_CHAIN = { chainId: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', type: 'ed25519' };

export const signInInfo = (changes: Partial<SignInInfo> = {}): SignInInfo => ({
  domain: 'laso.finance',
  uri: 'https://laso.finance/auth',
  version: '1',
  nonce: '8f3b2c9d41aa77e0c1b2d3e4f5a6b7c8',
  issuedAt: '2026-11-21T12:00:00.000Z',
  expirationTime: '2026-11-21T12:05:00.000Z',
  statement: 'Sign in to Laso Finance',
  resources: ['https://laso.finance/auth'],
  ...changes,
});

export const paymentRequired = (
  info: unknown,
  accepts: unknown[] = [],
  chains: unknown[] = [BASE_CHAIN, SOLANA_CHAIN],
) =>
  Buffer.from(
    JSON.stringify({
      x402Version: 2,
      accepts,
      extensions: { 'sign-in-with-x': { info, supportedChains: chains, schema: {} } },
    }),
  ).toString('base64');
