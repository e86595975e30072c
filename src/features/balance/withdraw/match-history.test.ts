import { expect, test } from 'vitest';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { matchHistory } from './match-history.ts';
import { aBefore, aHistory, aRecord, aWithdrawal } from '../testing/withdrawal-builders.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';

const MINUTE = 60_000;
const at = (id: string, requestedAtMs: number | null = null) => aWithdrawal({ id, requestedAtMs });
const open = (id: string, more: Partial<WithdrawalRecord> = {}) => aRecord({ id, state: 'open', ...more });
const made = (id: string, foundIds: string[]) => aRecord({ id, state: 'made', foundIds });

/** By record: its own entries, then those that may be its own in brackets. */
function found(records: WithdrawalRecord[], entries: Withdrawal[], unreadable = 0): string[] {
  const matches = matchHistory(records, aHistory(entries, { unreadable }));
  return records.map(({ id }) => {
    const { own = [], maybe = [] } = matches.get(id) ?? {};
    return [...own.map((one) => one.id), ...maybe.map((one) => `(${one.id})`)].join(' ');
  });
}

test('only what is new, and of the same amount, belongs to a record', () => {
  const history = [at('old'), aWithdrawal({ id: 'less', amountCents: 999 })];
  const known = open('a', { before: aBefore({ ids: ['old'] }) });
  expect(found([known], history)).toEqual(['']);
  expect(found([known], [...history, at('new')])).toEqual(['new']);
  expect(matchHistory([known], aHistory(history)).get('a')?.fresh).toMatchObject([{ id: 'less' }]);
});

test('an amount that cannot be read might be the one, and is never taken for it', () => {
  expect(found([open('a')], [aWithdrawal({ id: 'x', amountCents: null })])).toEqual(['(x)']);
});

test('what two records can explain is neither’s own; what one of them is known to have made is no other’s', () => {
  expect(found([aRecord({ id: 'a', state: 'let-go' }), open('b')], [at('x')])).toEqual(['(x)', '(x)']);
  expect(found([made('a', ['x']), open('b')], [at('x'), at('y', 5)])).toEqual(['(y)', '(y)']);
  expect(found([aRecord({ id: 'a', state: 'accepted', answeredId: 'x' }), open('b')], [at('x')])).toEqual([
    '',
    '',
  ]);
});

test('a repeat is of the same minutes as what it repeats; later ones are not its business', () => {
  const one = made('a', ['x']);
  expect(found([one], [at('x', 0), at('y', 3 * MINUTE)])).toEqual(['y']);
  expect(found([one], [at('x', 0), at('y', 3 * MINUTE + 1)])).toEqual(['']);
  expect(found([one, open('b')], [at('x', 0), at('y', 4 * MINUTE)])).toEqual(['', 'y']);
  // Which time it repeats is not known while its own entry is missing.
  expect(found([one, open('b')], [at('y', 4 * MINUTE)])).toEqual(['(y)', '(y)']);
  expect(found([one, made('b', ['y'])], [at('x', 0), at('y', 1), at('z', 2)])).toEqual(['(z)', 'z']);
});

test('an entry that may have been there before, unreadable or under an id it has lost, is not taken for a new one', () => {
  const before = aBefore({ ids: ['without id, undated, no amount, 1'], unreadable: 1 });
  expect(found([open('a', { before })], [at('x')])).toEqual(['(x)']);
  const unnamed = at('without id, undated, 1000, 1');
  const known = open('a', { before: aBefore({ ids: ['w1'] }) });
  expect(found([known], [unnamed])).toEqual([`(${unnamed.id})`]);
  expect(found([known], [unnamed, at('w1')])).toEqual([unnamed.id]);
});
