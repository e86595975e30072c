import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLoginLink, type PastedLink } from './pasted-link.ts';
import { testJwt, USER } from '#testing/jwt.ts';

const claims = {
  iss: 'firebase-adminsdk@laso-test.iam.gserviceaccount.com',
  sub: 'firebase-adminsdk@laso-test.iam.gserviceaccount.com',
  aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
  uid: USER,
  iat: 1768435200,
  exp: 1768438800,
};
/** As long as RS256 makes it. */
const SIGNATURE = Buffer.from(Array.from({ length: 256 }, (_, index) => (index * 73 + 41) % 256)).toString(
  'base64url',
);
const TOKEN = testJwt(claims, { alg: 'RS256', kid: 'laso-service', typ: 'JWT' }, SIGNATURE);
const LINK = `https://laso.finance/?authToken=${TOKEN}`;
const CODE_LINK = 'https://laso.finance/agent/dashboard/auth?code=T4RWN-8CXDQ';

const broken = (text: string, width: number): string[] =>
  Array.from({ length: Math.ceil(text.length / width) }, (_, line) =>
    text.slice(line * width, (line + 1) * width),
  );
const token: PastedLink = { authTokens: [TOKEN], codes: [] };
const code: PastedLink = { authTokens: [], codes: ['T4RWN-8CXDQ'] };
const refused = (refusal: 'too-long' | 'broken'): PastedLink => ({
  authTokens: [],
  codes: [],
  refused: refusal,
});
const boxed = (side: string, text = LINK): string =>
  [
    `╭${'─'.repeat(78)}╮`,
    ...broken(text, 74).map((line) => `${side} ${line.padEnd(74)} ${side}`),
    `╰${'─'.repeat(78)}╯`,
  ].join('\n');

test('F7: the signature of these tests is as long as a real one', () => {
  expect(SIGNATURE).toHaveLength(342);
});

describe('F7: a login link as people copy it', () => {
  test.each([
    ['hard-wrapped at 80', broken(LINK, 80).join('\n')],
    ['with CRLF', broken(LINK, 80).join('\r\n')],
    ['with CR', broken(LINK, 80).join('\r')],
    ['an empty line between all lines', broken(LINK, 80).join('\n\n')],
    [
      'indented by two',
      broken(LINK, 78)
        .map((line) => `  ${line}`)
        .join('\n'),
    ],
    ['indented from the second line on', broken(LINK, 78).join('\n    ')],
    ['in a box', boxed('│')],
    ['in a heavy box', boxed('┃')],
    ['in a box of bars', boxed('|')],
    [
      'quoted in a mail',
      broken(LINK, 70)
        .map((line) => `> ${line}`)
        .join('\n'),
    ],
    [
      'quoted twice',
      broken(LINK, 70)
        .map((line) => `>> ${line}`)
        .join('\r\n'),
    ],
    ['continued by backslashes', broken(LINK, 70).join('\\\n')],
    ['in Markdown brackets', `<${broken(LINK, 80).join('\n')}>`],
    ['as a Markdown link', `Open [your dashboard](${broken(LINK, 80).join('\n')}) now.`],
    ['as a Markdown link whose text is the link', broken(`[${LINK}](${LINK})`, 80).join('\n')],
    ['in backticks', `\`${broken(LINK, 80).join('\n')}\``],
    ['in a code block', `\`\`\`\n${broken(LINK, 80).join('\n')}\n\`\`\``],
    ['bold', `**${LINK}**`],
    ['in typographic quotes', `“${LINK}”.`],
    [
      'in a sentence, with a full stop behind it',
      broken(`Here is your link: ${LINK}. It works once.`, 80).join('\n'),
    ],
    ['with a comma behind it', broken(`Your link is ${LINK}, and it works once.`, 80).join('\n')],
    ['in parentheses', broken(`Your link (${LINK}) works once.`, 80).join('\n')],
    ['with a question mark behind it', `Did you get ${LINK}?`],
    ['with thanks on the next line', `${broken(LINK, 80).join('\n')}\nThanks`],
    ['in one line, with thanks on the next', `${LINK}\nThanks`],
    [
      'with prose around it',
      `Hello\n\nhere it is:\n${broken(LINK, 80).join('\n')}\nIt works once.\n\nYour agent`,
    ],
    ['its line breaks made blanks', broken(LINK, 80).join(' ')],
    ['with another link before it', `See https://docs.laso.finance\n${broken(LINK, 80).join('\n')}`],
    ['with unseen characters in it', broken(LINK, 80).join('\u200b')],
    ['as JSON writes it', JSON.stringify({ auth_url: LINK }).replaceAll('/', '\\/')],
    ['a parameter behind the key', broken(`${LINK}&x=1`, 80).join('\n')],
    ['in narrow columns', broken(LINK, 20).join('\n')],
    ['the token alone', broken(TOKEN, 80).join('\n')],
    ['the token alone, indented in a box', boxed('│', TOKEN)],
    ['the token in a sentence', broken(`Use this token: ${TOKEN}.`, 80).join('\n')],
    ['the token as a bearer', `Authorization: Bearer ${TOKEN}`],
  ])('%s', (_what, pasted) => expect(readLoginLink(pasted)).toEqual(token));

  test.each([
    ['a code in a sentence', `Open ${CODE_LINK}. It works once!`],
    ['a code with a sentence on the next line', `${CODE_LINK}\nIt works once.`],
    ['a code with a word on the next line', `${CODE_LINK}\nThanks`],
    ['a broken code', broken(CODE_LINK, 52).join('\n')],
    ['a code in a box', boxed('│', CODE_LINK)],
  ])('%s', (_what, pasted) => expect(readLoginLink(pasted)).toEqual(code));

  test('any width, line end and indentation gives the whole token', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 200 }),
        fc.constantFrom('\n', '\r\n', '\n\n', '\n  ', '\r\n\t', '\n> ', '\n│ ', ' │\n│ ', ' '),
        fc.constantFrom('', 'Your link: ', '● ', '- '),
        fc.constantFrom('', '.', '!', '\n', '\nThanks', ' It works once.', '.\nBest'),
        (width, between, before, behind) => {
          const pasted = before + broken(LINK, width).join(between) + behind;
          expect(readLoginLink(pasted)).toEqual(token);
        },
      ),
    );
  });
});

describe('F7: what may have been cut is refused, not sent', () => {
  test.each([
    ['the last line is missing', broken(LINK, 80).slice(0, -1).join('\n')],
    ['the last three lines are missing', broken(LINK, 80).slice(0, -3).join('\n')],
    ['a line in the middle of the signature is missing', broken(LINK, 80).toSpliced(-3, 1).join('\n')],
    ['a code of another form goes on, or does not', 'https://laso.finance/auth?code=abcdefgh\nijkl'],
  ])('%s', (_what, pasted) => expect(readLoginLink(pasted)).toEqual(refused('broken')));

  test('a code of another form ends where a longer line follows', () => {
    const pasted =
      'https://laso.finance/auth?code=abcdefgh\nThis works once, within the next fifteen minutes.';
    expect(readLoginLink(pasted)).toEqual({ authTokens: [], codes: ['abcdefgh'] });
  });

  test('two different links stay two', () => {
    const other = LINK.replace(SIGNATURE, SIGNATURE.toLowerCase());
    const pasted = [LINK, other].map((link) => broken(link, 80).join('\n')).join('\n');
    expect(readLoginLink(pasted).authTokens).toHaveLength(2);
  });
});

describe('A11: the time grows no faster than the text', () => {
  const longest = 100_000;
  /** Of this process, whatever else the machine does. */
  const workedMs = () => process.cpuUsage().user / 1_000;
  test.each([
    ['closing brackets', ')'],
    ['quotes', '"'],
    ['dots', '.'],
    ['letters and dots', 'a.'],
    ['punctuation', '!.'],
    ['line ends', '\n'],
    ['lines', 'a\n'],
    ['links', 'https://a/?authToken=b\n'],
    ['links without an end', 'https://'],
    ['keys', '&code='],
    ['starts of tokens', 'eyJ.'],
    ['starts of tokens, each in its line', 'eyJ\n'],
    ['keys, each in its line', 'authToken=a\n'],
    ['keys of an address, each in its line', '?code=a\n'],
    ['frames', '│ '],
  ])('%s, as many as fit', (_what, part) => {
    for (const before of ['', `${LINK}`, 'x']) {
      const text = (before + part.repeat(longest)).slice(0, longest);
      const started = workedMs();
      readLoginLink(text);
      readLoginLink(`${text.slice(0, -1)}x`);
      expect(workedMs() - started).toBeLessThan(1_000);
    }
  });

  test('A11: more than any conversation is refused at once', () => {
    const started = workedMs();
    expect(readLoginLink('a'.repeat(1_000_000) + '!'.repeat(1_000_000))).toEqual(refused('too-long'));
    expect(workedMs() - started).toBeLessThan(200);
  });
});
