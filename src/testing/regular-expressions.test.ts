import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtPatternsIn, patternsIn, slownessOf } from './regular-expressions.ts';

// What runs in the browser; tests and what only they use do not.
const files = globSync(['src/**/*.{ts,tsx}', 'public/*.js']).filter(
  (file) => !/\.test\.tsx?$|[\\/]test-|^src[\\/]testing[\\/]/.test(file),
);
const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('A11: no pattern takes more time than its text is long', () => {
  const patterns = texts.flatMap(({ file, text }) => patternsIn(file, text));
  expect(patterns.length).toBeGreaterThan(100);
  const slow = patterns.flatMap(({ place, pattern }) => {
    const why = slownessOf(pattern);
    return why === null ? [] : [`${place} ${String(pattern)}: ${why}`];
  });
  expect(slow).toEqual([]);
}, 60_000);

test('A11: no pattern is put together where it cannot be looked at', () => {
  expect(texts.flatMap(({ file, text }) => builtPatternsIn(file, text))).toEqual([]);
});

test.each([
  [
    'a refusal’s reason',
    /insufficient_(funds|balance)|invalid_(payload|signature|exact_\w*_(signature|payload_authorization|insufficient))|No matching payment requirements/i,
  ],
  ['punctuation behind a link', /[>"'`),;!]+$/],
  ['zeros at the end', /0+$/],
  ['thousands', /\B(?=(\d{3})+$)/g],
  ['an address in two parts', /^(https:\/\/)([^/?#]+)(.*)$/i],
  ['anything between two words', /pay.*now/],
  ['nested quantifiers', /^(a+)+$/],
])('A11: the check finds what grows too fast: %s', (_what, pattern) => {
  expect(slownessOf(pattern)).not.toBeNull();
});

test.each([/^\d+$/, /\s+/g, /^[a-z]{1,60}_x/i, /[&#]/])('A11: the check lets %s pass', (pattern) => {
  expect(slownessOf(pattern)).toBeNull();
});
