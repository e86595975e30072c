import { expect, test } from 'vitest';
import { ownValue } from './own-value.ts';

test('A12: what every object has is not found; what was put there is', () => {
  const record: Record<string, string> = { a: 'first' };
  for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'b', ''])
    expect(ownValue(record, key), key).toBeUndefined();
  const own = Object.fromEntries([...Object.entries(record), ['__proto__', 'mine'], ['constructor', 'too']]);
  expect([ownValue(own, 'a'), ownValue(own, '__proto__'), ownValue(own, 'constructor')]).toEqual([
    'first',
    'mine',
    'too',
  ]);
  expect(ownValue(undefined, 'a')).toBeUndefined();
});
