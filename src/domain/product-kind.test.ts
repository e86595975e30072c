import { expect, test } from 'vitest';
import { factsOf, kindOf } from './product-kind.ts';

test('a known kind has its facts', () => {
  expect(kindOf('us-card')).toBe('us-card');
  expect(factsOf('us-card')).toMatchObject({ name: 'U.S. card', list: 'us' });
});

test.each(['card-of-tomorrow', '', 'toString', '__proto__', 'constructor'])(
  'a stored kind that this version does not know is null: "%s"',
  (text) => {
    expect(kindOf(text)).toBeNull();
    expect(factsOf(text)).toBeNull();
  },
);
