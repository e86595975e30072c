import { expect, test } from 'vitest';
import { contractExamples } from './testing/contract.ts';
import { NOT_CALLED_YET, TAKEN } from './testing/expected-of-examples.ts';
import { TAKES } from './testing/taken.ts';

const examples = contractExamples().map((example) => ({
  ...example,
  row: example.name.replace('.json', ''),
}));

test('every example has a row, or belongs to a route that the client does not call yet', () => {
  const rows = [...Object.keys(TAKEN), ...NOT_CALLED_YET];
  expect(examples.map(({ row }) => row).toSorted()).toEqual(rows.toSorted());
  const called = examples.filter(({ row, schema }) => NOT_CALLED_YET.includes(row) && schema in TAKES);
  expect(called).toEqual([]);
});

test.each(examples.filter(({ row }) => row in TAKEN))(
  '$row is read as expected, and no entry of a list is lost: each is kept or counted as unread',
  async ({ row, schema, value }) => {
    const take = TAKES[schema];
    if (!take) throw new Error(`Nothing takes ${schema}.`);
    const { result, lists } = await take(Object(value), row);
    expect(result).toEqual(TAKEN[row]);
    for (const { came, kept, unread } of lists) expect(kept + unread).toBe(came);
  },
);
