import { describe, expect, test } from 'vitest';
import { aBefore, aHistory, aRecord, aWithdrawal } from '../testing/withdrawal-builders.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';
import {
  isAwaited,
  isOver,
  LET_GO_AFTER_MS,
  letGo,
  letGoBy,
  looked,
  read,
  wordsFor,
  type Look,
} from './withdrawal-rules.ts';

const REFUSAL = { kind: 'forbidden', words: 'No' } as const;
const BALANCE = { balanceCents: 10_000, totalDepositsCents: null, exists: true };
const open = (more: Partial<WithdrawalRecord> = {}) => aRecord({ state: 'open', endedAtMs: 5, ...more });
const refused = (more: Partial<WithdrawalRecord> = {}) => open({ refusal: REFUSAL, ...more });

const look = (records: WithdrawalRecord[], more: Partial<Look> = {}) =>
  looked(records, {
    history: aHistory([]),
    balance: BALANCE,
    waitedMs: () => LET_GO_AFTER_MS,
    isAfter: () => true,
    nowMs: 99,
    ...more,
  });

describe('A2: a refusal is final only by late reads of history and balance that show nothing', () => {
  const seen = aWithdrawal({ id: 'old' });
  const before = aBefore({ ids: ['old'] });
  const NOT_FINAL: [
    what: string,
    finding: string,
    more: Partial<Look>,
    record?: Partial<WithdrawalRecord>,
  ][] = [
    ['a 404 history', 'history-unreadable', { history: aHistory([], { listed: false }) }],
    [
      'a 404 history, as before',
      'history-unreadable',
      { history: aHistory([], { listed: false }) },
      { before: aBefore() },
    ],
    ['a history that lacks what it had', 'history-incomplete', { history: aHistory([]) }],
    ['an unreadable entry', 'entries-unreadable', { history: aHistory([seen], { unreadable: 1 }) }],
    [
      'an unreadable entry before',
      'entries-unreadable',
      { history: aHistory([seen]) },
      { before: aBefore({ ids: ['old'], unreadable: 1 }) },
    ],
    [
      'a new entry of another amount',
      'maybe-listed',
      { history: aHistory([seen, aWithdrawal({ id: 'x', amountCents: 1 })]) },
    ],
    ['no balance', 'balance-unreadable', { history: aHistory([seen]), balance: null }],
    [
      'a 404 balance',
      'balance-unreadable',
      { history: aHistory([seen]), balance: { balanceCents: 20_000, totalDepositsCents: 0, exists: false } },
    ],
    [
      'no balance before',
      'balance-unreadable',
      { history: aHistory([seen]) },
      { before: aBefore({ ids: ['old'], balanceCents: null }) },
    ],
    [
      'a lower balance',
      'balance-lower',
      { history: aHistory([seen]), balance: { ...BALANCE, balanceCents: 9_999 } },
    ],
    [
      'a balance that a deposit has filled up',
      'balance-lower',
      { history: aHistory([seen]), balance: { ...BALANCE, totalDepositsCents: 501 } },
      { before: aBefore({ ids: ['old'], depositsCents: 500 }) },
    ],
  ];
  test.each(NOT_FINAL)('%s: still open (%s), and only typing lets it go', (_what, finding, more, record) => {
    const [after] = look([refused({ before, ...record })], more);
    expect(after).toMatchObject({ state: 'open', look: finding });
    expect(after && letGoBy(after)).toBe('typing');
  });

  test('all read and nothing there: closed as refused, and kept', () => {
    const history = aHistory([seen]);
    expect(look([refused({ before })], { history })).toMatchObject([
      { state: 'refused', look: 'nothing', closedAtMs: 99, refusal: REFUSAL },
    ]);
    const deposited = { ...BALANCE, balanceCents: 10_100, totalDepositsCents: 600 };
    const fits = refused({ before: aBefore({ depositsCents: 500 }) });
    expect(look([fits], { balance: deposited })).toMatchObject([{ state: 'refused' }]);
  });

  test.each([null, -1, LET_GO_AFTER_MS - 1])('reads that waited %s ms close nothing', (waited) => {
    const [after] = look([refused()], { waitedMs: () => waited });
    expect(after).toMatchObject({ state: 'open', look: null });
    expect(after && letGoBy(after)).toBe(null);
    expect(after && wordsFor(after)).toBe('waiting');
  });

  test('silence is not closed by them: the person may let it go by a click', () => {
    const [after] = look([open()]);
    expect(after).toMatchObject({ state: 'open', look: 'nothing' });
    expect(after && letGoBy(after)).toBe('click');
    expect(after && wordsFor(after)).toBe('nothing-found');
  });
});

describe('the history shows it', () => {
  const history = (...ids: string[]) => aHistory(ids.map((id) => aWithdrawal({ id })));

  test('exactly one: made; more: several; at any time after the record was written', () => {
    const early = { waitedMs: () => null };
    expect(look([refused()], { history: history('x'), ...early })).toMatchObject([
      { state: 'made', foundIds: ['x'], closedAtMs: 99 },
    ]);
    expect(look([open()], { history: history('x', 'y'), ...early })).toMatchObject([
      { state: 'several', foundIds: ['x', 'y'] },
    ]);
    const record = open();
    expect(look([record], { history: history('x'), isAfter: () => false })).toEqual([record]);
  });

  test('one that a dead page left is ended by the look', () => {
    expect(look([aRecord()], { waitedMs: () => 0 })).toMatchObject([
      { state: 'open', endedAtMs: 1_700_000_000_000 },
    ]);
  });

  test('an accepted one is made when its id is listed, and said to be missing when late reads lack it', () => {
    const accepted = open({ state: 'accepted', answeredId: 'x' });
    expect(look([accepted], { history: history('x') })).toMatchObject([{ state: 'made', foundIds: ['x'] }]);
    expect(look([accepted], { history: history('y') })).toMatchObject([{ state: 'made', foundIds: ['y'] }]);
    expect(look([accepted], { waitedMs: () => LET_GO_AFTER_MS - 1 })).toEqual([accepted]);
    expect(look([accepted], { history: aHistory([], { listed: false }) })).toEqual([accepted]);
    const [missing] = look([accepted]);
    expect(missing).toMatchObject({ state: 'accepted', look: 'not-listed' });
    expect(missing && wordsFor(missing)).toBe('unlisted');
    expect(missing && isAwaited(missing)).toBe(false);
    expect(isAwaited(accepted)).toBe(true);
  });

  test('a repeat of one that is made already is said, whichever of the two was answered', () => {
    const made = open({ state: 'made', foundIds: ['x'], closedAtMs: 1, seen: true });
    expect(look([made], { history: history('x', 'y') })).toMatchObject([
      { state: 'several', foundIds: ['x', 'y'], closedAtMs: 1, seen: false },
    ]);
    const other = open({ state: 'made', foundIds: ['x'], answeredId: 'y' });
    expect(look([other], { history: history('x', 'y') })).toMatchObject([
      { state: 'several', foundIds: ['x', 'y'] },
    ]);
    expect(look([made], { history: history('x') })).toEqual([made]);
  });

  test.each(['refused', 'let-go'] as const)(
    'A2: one that was closed as %s and is listed later contradicts that, loudly and once for each entry',
    (state) => {
      const closed = open({ state, seen: true });
      const [loud] = look([closed], { history: history('x'), waitedMs: () => null });
      expect(loud).toMatchObject({ state: 'contradicted', foundIds: ['x'], seen: false });
      if (!loud) return;
      expect(wordsFor(loud)).toBe('contradicted');
      const told = read(loud);
      expect(wordsFor(told)).toBe('none');
      expect(look([told], { history: history('x') })).toEqual([told]);
      expect(look([told], { history: history('x', 'y') })).toMatchObject([{ foundIds: ['y'], seen: false }]);
    },
  );

  test('an entry of another amount contradicts nothing', () => {
    const closed = open({ state: 'refused' });
    expect(look([closed], { history: aHistory([aWithdrawal({ amountCents: 1 })]) })).toEqual([closed]);
  });
});

test('the person lets go only what waited, and is not told again of what stood there', () => {
  const waiting = refused();
  expect(letGo(waiting, 3)).toBe(waiting);
  const [unclear] = look([refused()], {
    history: aHistory([aWithdrawal({ id: 'x', amountCents: null })]),
  });
  expect(unclear).toMatchObject({ look: 'maybe-listed', foundIds: ['x'] });
  const gone = letGo(unclear ?? waiting, 3);
  expect(gone).toMatchObject({ state: 'let-go', closedAtMs: 3, toldIds: ['x'] });
  expect(wordsFor(gone)).toBe('none');
  expect(letGoBy(gone)).toBe(null);
});

test('closed records are kept for a week, and longer until a surprise was read', () => {
  const WEEK = 7 * 86_400_000;
  const closed = (state: WithdrawalRecord['state'], seen = false) => open({ state, closedAtMs: 0, seen });
  for (const state of ['made', 'refused', 'let-go'] as const) {
    expect(isOver(closed(state), WEEK)).toBe(false);
    expect(isOver(closed(state), WEEK + 1)).toBe(true);
  }
  for (const state of ['several', 'contradicted'] as const) {
    expect(isOver(closed(state), WEEK + 1)).toBe(false);
    expect(isOver(closed(state, true), WEEK + 1)).toBe(true);
  }
  expect(isOver(open(), Infinity)).toBe(false);
});

test('what is said of each', () => {
  const words = (state: WithdrawalRecord['state'], more: Partial<WithdrawalRecord> = {}) =>
    wordsFor(open({ state, ...more }));
  expect(words('sending')).toBe('waiting');
  expect(words('made')).toBe('none');
  expect(words('let-go')).toBe('none');
  expect(words('accepted')).toBe('accepted');
  expect(words('refused')).toBe('refused');
  expect(words('several')).toBe('several');
  for (const state of ['accepted', 'refused', 'several', 'contradicted'] as const)
    expect(words(state, { seen: true })).toBe('none');
  expect(words('open', { waitedMs: LET_GO_AFTER_MS, look: 'balance-lower' })).toBe('unclear');
  expect(isAwaited(open())).toBe(true);
  expect(isAwaited(aRecord())).toBe(true);
  expect(isAwaited(open({ state: 'made' }))).toBe(false);
});
