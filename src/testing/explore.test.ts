import { expect, test } from 'vitest';
import { explore } from './explore.ts';

/** Jugs of 3 and 5 liters: fill, empty, pour over. */
const jugs = (forbidden: number, maxDepth = 100) =>
  explore({
    start: [0, 0] as readonly [number, number],
    key: String,
    broken: ([, large]) => (large === forbidden ? `the large jug holds ${forbidden}` : null),
    maxDepth,
    moves: ([small, large]) => {
      const over = Math.min(small, 5 - large);
      const back = Math.min(large, 3 - small);
      return [
        { name: 'fill small', next: [3, large] as const },
        { name: 'fill large', next: [small, 5] as const },
        { name: 'empty small', next: [0, large] as const },
        { name: 'empty large', next: [small, 0] as const },
        { name: 'pour small over', next: [small - over, large + over] as const },
        { name: 'pour large back', next: [small + back, large - back] as const },
      ];
    },
  });

test('visits the whole space once', () => {
  expect(jugs(6)).toEqual({ states: 16, depth: 7, whole: true, fault: null });
});

test('finds a fault by the shortest way', () => {
  expect(jugs(4).fault).toEqual({
    broken: 'the large jug holds 4',
    trace: [
      'fill large',
      'pour large back',
      'empty small',
      'pour large back',
      'fill large',
      'pour large back',
    ],
  });
});

test('says when the depth ended it', () => {
  expect(jugs(6, 2)).toMatchObject({ whole: false, fault: null });
});
