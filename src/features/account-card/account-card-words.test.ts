import { expect, test } from 'vitest';
import { gateOf, statusWords } from './account-card-words.ts';

test('A12: a status or a verification named like what every object has is shown as it came', () => {
  for (const odd of ['constructor', 'toString', '__proto__']) {
    expect(statusWords(odd)).toEqual({ word: odd, tone: 'neutral' });
    expect(gateOf(odd)?.title).toContain(`“${odd}”`);
  }
});
