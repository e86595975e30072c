import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '..');
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)test-/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(SRC, file), 'utf8') }));
const holding = (pattern: RegExp): string[] =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted();

// A second copy of the rule is the one that is forgotten and shows the secret (lessons.md 42).
test('one hook decides how long a secret stays in sight', () => {
  // The frame of the set-PIN page shows no secret of ours; it closes when its address has run out.
  expect(holding(/once-past\.ts'/)).toEqual([
    'features/account-card/set-pin-dialog.tsx',
    'ui/use-revealed.ts',
  ]);
  expect(holding(/from '#ui\/use-revealed\.ts'/)).toEqual([
    'features/account-card/use-one-time-image.ts',
    'features/cards/reveal/card-secrets.tsx',
    'features/gift-cards/purchased/redemption-secrets.tsx',
    'features/push-to-card/transfer-actions.tsx',
  ]);
});

test('no other component keeps a secret in a state of its own', () =>
  expect(holding(/useState<[^>]*Secret/)).toEqual(['features/account-card/card-actions.tsx']));

test('what goes with another window’s focus, or with a frozen page, is hidden in one place', () =>
  expect(holding(/addEventListener\('(freeze|blur)'/)).toEqual(['ui/use-revealed.ts']));
