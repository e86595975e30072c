import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyLink } from './login-link.ts';
import { readLoginLink } from './pasted-link.ts';
import { PROJECT, testCustomToken, testJwt, USER } from '#testing/jwt.ts';

const NOW = Date.UTC(2026, 0, 15);
const LATER = NOW + 3_600_000;
const OPTIONS = { firebaseProjectId: PROJECT, nowMs: NOW };
const custom = testCustomToken(LATER);
const problem = (name: string) => ({ kind: 'problem', problem: name });

describe('what a person pastes', () => {
  const one = { authTokens: [custom], codes: [] };
  test.each([
    ['a link', `https://laso.finance/?authToken=${custom}`],
    ['a link to any host', `http://localhost:5173/cards/c1?x=1&authToken=${custom}#top`],
    ['a key in the fragment', `https://laso.finance/#authToken=${custom}`],
    ['a key in a routed fragment', `https://laso.finance/#/login?authToken=${custom}`],
    ['a sentence', `Here you are: https://laso.finance/?authToken=${custom}. It works once!`],
    [
      'a Markdown link',
      `[https://laso.finance/?authToken=${custom}](https://laso.finance/?authToken=${custom})`,
    ],
    ['quotes', `"https://laso.finance/?authToken=${custom}"`],
    ['JSON', `{"auth_url":"https://laso.finance/?authToken=${custom}","user_id":"0xabc"}`],
    [
      'a link broken into lines',
      `https://laso.finance/?authToken=${custom.slice(0, 70)}\r\n${custom.slice(70)}\n`,
    ],
    ['the bare token', `  ${custom}\n`],
    ['the bare token in quotes', `'${custom}'`],
    ['a query', `?authToken=${custom}`],
  ])('%s', (_what, text) => expect(readLoginLink(text)).toEqual(one));

  test('a code, in its link or bare', () => {
    const code = { authTokens: [], codes: ['T4RWN-8CXDQ'] };
    expect(readLoginLink('https://laso.finance/agent/dashboard/auth?code=T4RWN-8CXDQ')).toEqual(code);
    expect(readLoginLink(' T4RWN-8CXDQ ')).toEqual(code);
  });

  test('two different keys stay two', () => {
    expect(readLoginLink('https://laso.finance/?authToken=aaaa&authToken=bbbb').authTokens).toHaveLength(2);
    expect(readLoginLink(`https://laso.finance/?authToken=aaaa#code=bbbb`)).toEqual({
      authTokens: ['aaaa'],
      codes: ['bbbb'],
    });
  });

  test('an unsigned token keeps the final dot that gives it away', () => {
    const unsigned = testJwt({ uid: USER }, { alg: 'none' }, '');
    const secrets = readLoginLink(`https://laso.finance/?authToken=${unsigned}`);
    expect(classifyLink(secrets, OPTIONS)).toEqual(problem('unsigned'));
  });

  test.each(['', '   ', 'hello, where is my link?', 'https://laso.finance/', 'laso.finance', '!!!'])(
    '%j holds no key',
    (text) => {
      expect(readLoginLink(text)).toEqual({ authTokens: [], codes: [] });
    },
  );

  test('no text makes it throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        expect(classifyLink(readLoginLink(pasted), OPTIONS).kind).toBeTypeOf('string');
      }),
    );
  });
});
