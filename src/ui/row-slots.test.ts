import { expect, test } from 'vitest';
import { slotsFor } from './row-slots.ts';

const slots = (before: ReadonlyMap<string, number>, ...keys: string[]) => slotsFor(keys, before);

test('rows that stay keep their slots, those that come take the ones that are free, and a shorter list leaves none behind', () => {
  const first = slots(new Map(), 'a', 'b', 'c');
  expect([...first]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
  const second = slots(first, 'x', 'b', 'y', 'z');
  expect(Object.fromEntries(second)).toEqual({ x: 0, b: 1, y: 2, z: 3 });
  expect(Object.fromEntries(slots(second, 'z'))).toEqual({ z: 3 });
});

test('the same rows in another order are the same map: nothing is to be drawn again for it', () => {
  const first = slots(new Map(), 'a', 'b');
  expect(slots(first, 'b', 'a')).toBe(first);
});
