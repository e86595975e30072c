import { expect, test } from 'vitest';
import { checkSignIn, signInEndsAtMs, type SignInTrust } from './sign-in-with-x-check.ts';
import type { SignInInfo } from './sign-in-with-x.ts';
import { BASE_CHAIN, NOW_MS, signInInfo, SOLANA_CHAIN } from '#testing/sign-in.ts';

const trust: SignInTrust = {
  network: BASE_CHAIN.chainId,
  apiOrigins: ['https://laso.finance'],
  requestUrl: 'https://laso.finance/auth',
  nowMs: NOW_MS,
};
const check = (changes: Partial<SignInInfo> = {}, otherwise: Partial<SignInTrust> = {}) =>
  checkSignIn({ info: signInInfo(changes), chains: [BASE_CHAIN, SOLANA_CHAIN] }, { ...trust, ...otherwise });

test("Laso's own challenge may be signed on both networks", () => {
  expect(check()).toEqual([]);
  expect(check({}, { network: SOLANA_CHAIN.chainId })).toEqual([]);
});

test.each<[string, Partial<SignInInfo>]>([
  ['a foreign domain', { domain: 'evil.example' }],
  ['a domain that only begins like ours', { domain: 'laso.finance.evil.example' }],
  ['a domain with a user', { domain: 'laso.finance@evil.example' }],
  ['the right host on another port', { domain: 'laso.finance:8443' }],
  ['a domain with a second line', { domain: 'laso.finance\nURI: https://evil.example' }],
  ['a foreign URI', { uri: 'https://evil.example/auth' }],
  ['a URI with a user', { uri: 'https://laso.finance@evil.example/auth' }],
  ['a URI on plain http', { uri: 'http://laso.finance/auth' }],
  ['a URI with a line break that browsers drop', { uri: 'https://laso.finance/\nauth' }],
  ['another route', { uri: 'https://laso.finance/withdraw' }],
  ['a query', { uri: 'https://laso.finance/auth?to=evil' }],
  ['a foreign resource', { resources: ['https://laso.finance/auth', 'https://evil.example/'] }],
  ['another version', { version: '2' }],
  ['a short nonce', { nonce: 'abc' }],
  ['a nonce with a line break', { nonce: 'abcdefgh\nResources:' }],
  ['a statement with a line break', { statement: 'Sign in\n\nURI: https://laso.finance/auth' }],
  ['a statement that turns the reading direction', { statement: 'Sign in \u202ETU O' }],
  ['a request id with a line break', { requestId: 'a\nb' }],
  ['an old message', { issuedAt: '2026-11-21T11:54:00Z', expirationTime: '2026-11-21T12:04:00Z' }],
  ['an old message without an end', { issuedAt: '2026-11-21T11:54:00Z', expirationTime: undefined }],
  ['an ended message', { issuedAt: '2026-11-21T11:58:00Z', expirationTime: '2026-11-21T11:59:59Z' }],
  ['a message from the future', { issuedAt: '2026-11-21T12:02:00Z' }],
  ['one that starts later', { notBefore: '2026-11-21T12:02:00Z' }],
  ['one that lives for a day', { expirationTime: '2026-11-22T12:00:00Z' }],
  ['a time in words', { issuedAt: 'Sat, 21 Nov 2026 12:00:00 GMT' }],
  ['an end that is no time', { expirationTime: 'never' }],
])('%s is not signed', (_name, changes) => {
  expect(check(changes)).not.toEqual([]);
});

test('a network the server does not take, or takes by another kind of signature, is not signed', () => {
  const only = (...chains: (typeof BASE_CHAIN)[]) => checkSignIn({ info: signInInfo(), chains }, trust);
  expect(only(SOLANA_CHAIN)).toHaveLength(1);
  expect(only({ ...BASE_CHAIN, type: 'ed25519' })).toHaveLength(1);
});

test('the message ends when it says so, else five minutes after it was made', () => {
  expect(signInEndsAtMs(signInInfo())).toBe(NOW_MS + 300_000);
  expect(signInEndsAtMs(signInInfo({ expirationTime: undefined }))).toBe(NOW_MS + 300_000);
});
