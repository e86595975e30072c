import { describe, expect, test } from 'vitest';
import { contractExamples, readContract } from './testing/contract.ts';

const open = readContract();
const closed = readContract({ closed: true });
const examples = contractExamples();

test('every schema compiles, in every edition it has, also closed', () => {
  expect(open.schemas.length).toBeGreaterThan(50);
  for (const schema of open.schemas) {
    expect(open.editionsOf(schema)).toContain('accepted');
    for (const edition of open.editionsOf(schema))
      for (const contract of [open, closed])
        expect(() => contract.problemWith(schema, edition, {}), `${schema} ${edition}`).not.toThrow();
  }
});

test('every schema has an example, and every example a schema', () => {
  expect([...new Set(examples.map(({ schema }) => schema))].toSorted()).toEqual(open.schemas.toSorted());
});

describe.each(examples)('$name', ({ schema, edition, value }) => {
  test('is accepted by the client', () => {
    expect(open.problemWith(schema, 'accepted', value)).toBeNull();
  });

  test(`fits ${edition === 'odd' ? 'no edition' : 'its edition'} to the last field`, () => {
    if (edition !== 'odd') expect(closed.problemWith(schema, edition, value)).toBeNull();
    else
      for (const one of closed.editionsOf(schema).filter((name) => name !== 'accepted'))
        expect(closed.problemWith(schema, one, value), one).not.toBeNull();
  });
});

test('the check can fail: a type, a missing field and a field that no edition names are found', () => {
  const balance = {
    user_id: '0x1',
    balance: 12,
    total_deposits: 12,
    created_timestamp: 1_760_000_000_000,
    created_timestamp_readable: '10/9/2025, 8:53:20 AM',
  };
  const problem = (value: unknown) => closed.problemWith('get-account-balance', 'seed', value);
  expect(problem(balance)).toBeNull();
  expect(problem({ ...balance, balance: '12' })).toContain('number');
  expect(problem({ ...balance, balance: undefined })).toContain('required');
  expect(problem({ ...balance, balanse: 12 })).toContain('additional');
  expect(open.problemWith('get-account-balance', 'seed', { ...balance, balanse: 12 })).toBeNull();
});
