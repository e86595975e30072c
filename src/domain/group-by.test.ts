import { array, assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy } from './group-by.ts';

test('keys come in the order they were first met, items in their own', () => {
  expect([...groupBy(['bb', 'a', 'cc', 'd'], ({ length }) => length)]).toEqual([
    [2, ['bb', 'cc']],
    [1, ['a', 'd']],
  ]);
});

test('a key that an object would lose is a key like any other', () => {
  const keys = ['constructor', '__proto__', '', undefined, Number.NaN, Number.NaN, 0, -0];
  expect([...groupBy(keys, (key) => key).entries()]).toEqual([...Map.groupBy(keys, (key) => key).entries()]);
});

test('it groups as the newer browsers themselves do', () => {
  assert(
    property(array(integer()), integer({ min: 1, max: 5 }), (items, keys) => {
      expect(groupBy(items, (item) => item % keys)).toEqual(Map.groupBy(items, (item) => item % keys));
    }),
  );
});
