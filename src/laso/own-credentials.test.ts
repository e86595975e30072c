import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { makeCredentials } from './auth.ts';
import { ownCredentials, whoseCredentials } from './own-credentials.ts';
import { PROJECT, testIdToken, USER } from '#testing/jwt.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const account = accountIdOf(USER);
const OTHER = '0x00000000000000000000000000000000000000aa';

function tokens(claims: Record<string, unknown> = {}, userId = '') {
  const idToken = testIdToken(NOW + 3_600_000, claims);
  const made = makeCredentials({ idToken, refreshToken: null, expiresIn: '3600', userId, nowMs: NOW });
  if (!made) throw new Error('no credentials');
  return made;
}

test('S5: the payer’s own tokens of our project are used', () => {
  const own = tokens();
  expect(ownCredentials(own, { account, firebaseProjectId: PROJECT })).toBe(own);
});

test.each([
  ['another account', { sub: OTHER, user_id: OTHER }, 'other-account'],
  ['another project', { aud: 'other', iss: 'https://securetoken.google.com/other' }, 'other-project'],
  ['another issuer', { iss: 'https://evil.example' }, 'other-project'],
] as const)('S5: tokens of %s are dropped', (_what, claims, verdict) => {
  const foreign = tokens(claims);
  expect(whoseCredentials(foreign, { account, firebaseProjectId: PROJECT })).toBe(verdict);
  expect(ownCredentials(foreign, { account, firebaseProjectId: PROJECT })).toBeNull();
});

test('where the operator has named no project only the account is compared', () => {
  const foreign = tokens({ aud: 'other', iss: 'https://securetoken.google.com/other' });
  expect(whoseCredentials(foreign, { account, firebaseProjectId: '' })).toBe('own');
  expect(ownCredentials(null, { account, firebaseProjectId: '' })).toBeNull();
});
