import { expect, test } from 'vitest';
import { ACCOUNT } from '#laso/test-client.ts';
import { matchHistory } from './match-history.ts';
import { aWithdrawal } from './test-withdrawals.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';

const record = (id: string, more: Partial<WithdrawalRecord> = {}): WithdrawalRecord => ({
  version: 1,
  id,
  accountId: ACCOUNT,
  amountCents: 1000,
  startedAtMs: 1,
  knownIds: [],
  state: 'unknown',
  endedAtMs: 2,
  answeredId: null,
  lookedAtMs: null,
  foundIds: [],
  ...more,
});
const found = (records: WithdrawalRecord[], history: ReturnType<typeof aWithdrawal>[]) =>
  matchHistory(records, history).map((match) => match.found.map(({ id }) => id));

test('only what is new, and of the same amount, belongs to a record', () => {
  const history = [aWithdrawal({ id: 'old' }), aWithdrawal({ id: 'less', amountCents: 999 })];
  expect(found([record('a', { knownIds: ['old'] })], history)).toEqual([[]]);
  expect(found([record('a', { knownIds: ['old'] })], [...history, aWithdrawal({ id: 'new' })])).toEqual([
    ['new'],
  ]);
});

test('an amount that cannot be read might be the one', () => {
  expect(found([record('a')], [aWithdrawal({ id: 'x', amountCents: null })])).toEqual([['x']]);
});

test('each withdrawal is given once, the older to the older; what is too many goes to the newest', () => {
  const three = ['x', 'y', 'z'].map((id, at) => aWithdrawal({ id, requestedAtMs: 10 + at })).toReversed();
  expect(found([record('a'), record('b')], three.slice(2))).toEqual([['x'], []]);
  expect(found([record('a'), record('b')], three.slice(1))).toEqual([['x'], ['y']]);
  expect(found([record('a'), record('b')], three)).toEqual([['x'], ['y', 'z']]);
});
