import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { checkRedeemed, classifyLink } from './login-link.ts';
import { PROJECT, testCustomToken, testIdToken, testJwt, USER } from '#testing/jwt.ts';

const NOW = Date.UTC(2026, 0, 15);
const LATER = NOW + 3_600_000;
const OPTIONS = { firebaseProjectId: PROJECT, nowMs: NOW };
const custom = testCustomToken(LATER);
const classify = (authToken: string, options = OPTIONS) =>
  classifyLink({ authTokens: [authToken], codes: [] }, options);
const problem = (name: string) => ({ kind: 'problem', problem: name });

describe('what a token is (S5)', () => {
  test('a custom token tells the account it opens', () => {
    expect(classify(custom)).toEqual({
      kind: 'custom-token',
      token: custom,
      account: USER,
      expiresAtMs: LATER,
    });
  });

  test('the service account in a custom token is not the account', () => {
    expect(classify(testCustomToken(LATER, { uid: undefined }))).toMatchObject({
      kind: 'custom-token',
      account: null,
    });
  });

  test.each([
    ['user_id', { uid: undefined, user_id: USER }, USER],
    ['sub, where that is not the service account', { uid: undefined, sub: USER }, USER],
    ['both alike', { user_id: USER }, USER],
    ['two accounts', { user_id: '0xother' }, null],
    ['no text', { uid: 7 }, null],
  ])('a custom token that names its account by %s', (_what, claims, account) => {
    expect(classify(testCustomToken(LATER, claims))).toMatchObject({ kind: 'custom-token', account });
  });

  test('an ID token of our project is used as it is, until it ends', () => {
    const token = testIdToken(LATER);
    const account = accountIdOf(USER);
    expect(classify(token)).toEqual({ kind: 'id-token', token, account, userId: USER, expiresAtMs: LATER });
  });

  test('anything that is no JWT is a one-time code', () => {
    expect(classify('T4RWN-8CXDQ')).toEqual({ kind: 'code', code: 'T4RWN-8CXDQ' });
    expect(classifyLink({ authTokens: [], codes: ['T4RWN-8CXDQ'] }, OPTIONS)).toEqual({
      kind: 'code',
      code: 'T4RWN-8CXDQ',
    });
  });

  test.each([
    ['an expired custom token', testCustomToken(NOW), 'expired'],
    ['an expired ID token', testIdToken(NOW - 1000), 'expired'],
    [
      'another project',
      testIdToken(LATER, { aud: 'other', iss: 'https://securetoken.google.com/other' }),
      'wrong-project',
    ],
    ['an audience that is not the issuer', testIdToken(LATER, { aud: 'other' }), 'wrong-project'],
    [
      'an issuer that only begins like ours',
      testIdToken(LATER, { iss: `https://securetoken.google.com/${PROJECT}x` }),
      'wrong-project',
    ],
    ['somebody else as issuer', testIdToken(LATER, { iss: 'https://accounts.google.com' }), 'unknown-issuer'],
    ['no issuer', testJwt({ sub: USER, exp: LATER / 1000 }), 'unknown-issuer'],
    ['an ID token without an end', testIdToken(LATER, { exp: undefined }), 'malformed'],
    ['an ID token of two users', testIdToken(LATER, { user_id: '0xother' }), 'malformed'],
    ['an ID token of nobody', testIdToken(LATER, { user_id: undefined, sub: undefined }), 'malformed'],
    ['algorithm none', testJwt({ uid: USER }, { alg: 'none' }), 'unsigned'],
    ['algorithm None', testJwt({ uid: USER }, { alg: 'None' }), 'unsigned'],
    ['an empty signature', testJwt({ uid: USER }, { alg: 'RS256' }, ''), 'unsigned'],
    ['three parts of nothing', 'a.b.c', 'malformed'],
    ['a cut-off token', custom.slice(0, 60), 'malformed'],
    ['a token with a hole', custom.replace('.', '.*'), 'malformed'],
    ['claims that are a list', testJwt([USER]), 'malformed'],
    ['other characters', 'abc def', 'malformed'],
    ['nothing', '  ', 'missing'],
    ['10 kB', `${custom}${'A'.repeat(10_000)}`, 'oversized'],
  ])('%s is a problem of its own: %#', (_what, token, name) => {
    expect(classify(token)).toEqual(problem(name));
  });

  test('two keys are refused, even the same one twice', () => {
    expect(classifyLink({ authTokens: [custom, custom], codes: [] }, OPTIONS)).toEqual(problem('duplicated'));
    expect(classifyLink({ authTokens: [custom], codes: ['T4RWN'] }, OPTIONS)).toEqual(problem('duplicated'));
    expect(classifyLink({ authTokens: [], codes: [] }, OPTIONS)).toEqual(problem('missing'));
  });

  test('without a project id no token can be judged', () => {
    expect(classify(custom, { ...OPTIONS, firebaseProjectId: '' })).toEqual(problem('not-configured'));
    expect(classify(testIdToken(LATER), { ...OPTIONS, firebaseProjectId: '' })).toEqual(
      problem('not-configured'),
    );
  });

  test('garbage never throws, and never becomes a Bearer', () => {
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const token = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
    );
    fc.assert(
      fc.property(fc.array(token), fc.array(token), (authTokens, codes) => {
        expect(classifyLink({ authTokens, codes }, OPTIONS).kind).not.toBe('id-token');
      }),
    );
  });

  test('claims of any type never throw', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('aud', 'iss', 'sub', 'user_id', 'uid', 'exp'), fc.jsonValue()),
        (changes) => {
          const verdicts = [classify(testIdToken(LATER, changes)), classify(testCustomToken(LATER, changes))];
          expect(verdicts).toHaveLength(2);
        },
      ),
    );
  });
});

const redeemed = (changes: Record<string, unknown> = {}, account = USER) => ({
  idToken: testIdToken(LATER, changes),
  accountId: accountIdOf(account),
});

describe('after redeeming', () => {
  const expected = { shownAccount: accountIdOf(USER), firebaseProjectId: PROJECT };

  test('the same account and project are fine, also when nothing was shown before', () => {
    expect(checkRedeemed(redeemed(), expected)).toBe('ok');
    expect(checkRedeemed(redeemed(), { ...expected, shownAccount: null })).toBe('ok');
  });

  test('another account than shown, or than the answer says, is dropped', () => {
    expect(checkRedeemed(redeemed({ user_id: '0xb', sub: '0xb' }, '0xb'), expected)).toBe('wrong-account');
    expect(checkRedeemed(redeemed({ user_id: '0xb', sub: '0xb' }), { ...expected, shownAccount: null })).toBe(
      'wrong-account',
    );
    expect(checkRedeemed(redeemed({ user_id: undefined, sub: undefined }), expected)).toBe('wrong-account');
  });

  test('another project, or an unreadable token, is dropped', () => {
    expect(checkRedeemed(redeemed({ aud: 'other' }), expected)).toBe('wrong-project');
    expect(checkRedeemed({ idToken: 'opaque', accountId: accountIdOf(USER) }, expected)).toBe(
      'wrong-project',
    );
    expect(checkRedeemed(redeemed(), { ...expected, firebaseProjectId: '' })).toBe('wrong-project');
  });
});
