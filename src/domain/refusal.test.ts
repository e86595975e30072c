import { expect, test } from 'vitest';
import { quoted, readRefusal } from './refusal.ts';

test.each([
  [{ error: 'a', message: 'b' }, 'a', 'b'],
  [{ message: 'b' }, 'b', null],
  [{ detail: 'c' }, 'c', null],
  [{ error: { code: 400, message: 'TOKEN_EXPIRED' } }, 'TOKEN_EXPIRED', null],
  [{ error: true, message: 'b' }, 'b', null],
  [{ error: 'a', hint: 'h', message: 'm', detail: 'd', note: 'n' }, 'a', 'h m d n'],
  [{ error: 'a', hint: 'a', note: 'a' }, 'a', null],
  [{ error: 'a', note: 'n' }, 'a', 'n'],
  [{ success: false, errorReason: 'r', errorMessage: 'm', x_laso_guidance: 'g' }, 'm', 'g'],
  [{ errorReason: 'r' }, 'r', null],
  [{ error: '' }, null, null],
  ['text', null, null],
  [[], null, null],
  [null, null, null],
])('the words of %j are %j, and all else it says is %j', (body, words, hint) =>
  expect(readRefusal(body)).toMatchObject({ words, hint }),
);

test.each([
  ['rate_limited', 'rate_limited'],
  ['a code that nobody knows', null],
  ['x'.repeat(65), null],
  ['<b>', null],
  [404, null],
  [null, null],
  [{}, null],
])('the code %j is taken as %j', (code, taken) => expect(readRefusal({ error: 'x', code }).code).toBe(taken));

test('a callable’s status is its code', () =>
  expect(readRefusal({ error: { status: 'FAILED_PRECONDITION', message: 'No profile.' } })).toMatchObject({
    code: 'FAILED_PRECONDITION',
    words: 'No profile.',
  }));

test.each([
  [true, true],
  ['true', true],
  [1, true],
  [false, false],
  ['false', false],
  [0, false],
  [null, false],
  [undefined, false],
])('terminal: %j is %j', (terminal, final) => expect(readRefusal({ terminal }).terminal).toBe(final));

test('what every object has is none of its words', () =>
  expect(readRefusal(Object.create({ error: 'inherited', code: 'inherited', terminal: true }))).toEqual({
    words: null,
    hint: null,
    frozen: null,
    code: null,
    terminal: false,
  }));

test('A10: CVV, PIN, keys and what we sent are taken out of every text', () => {
  const bad = 'CVV: 123, pin 9876, whsec_abc of lasoak_12, our-bearer';
  const { words, hint, frozen } = readRefusal({ error: bad, hint: bad, frozen_message: bad }, ['our-bearer']);
  for (const text of [words, hint ?? words, frozen]) expect(text).toBe('CVV: …, pin …, … of …, …');
  expect(readRefusal({ error: 'no', hint: bad }, ['our-bearer']).hint).toBe('CVV: …, pin …, … of …, …');
});

test('long words are cut', () => {
  const { words, hint } = readRefusal({ error: 'x'.repeat(9_000), hint: 'y'.repeat(9_000) });
  expect([words?.length, hint?.length]).toEqual([300, 300]);
});

test('words and advice are quoted as theirs', () => {
  expect(quoted('Laso', { words: 'No.', hint: 'Ask later.' })).toBe(
    'Laso says: “No.” Laso advises: “Ask later.”',
  );
  expect(quoted('Laso', { words: null, hint: 'Ask later.' })).toBe('Laso advises: “Ask later.”');
  expect(quoted('Laso', { words: null, hint: null })).toBe('');
});
