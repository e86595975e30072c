import { describe, expect, test } from 'vitest';
import { aBefore, aHistory, aRecord, aWithdrawal } from '../testing/withdrawal-builders.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';
import { refusalSchema } from './withdrawal-refusal.ts';
import { answered, whyNotSend } from './withdrawal-rules.ts';

const BALANCE = { balanceCents: 10_000, totalDepositsCents: null, exists: true };

describe('before sending', () => {
  const reads = (ids: string[], exists = true) => ({
    history: aHistory(ids.map((id) => aWithdrawal({ id }))),
    balance: { ...BALANCE, exists },
  });
  test('what the person saw has to be all there is, and all of it has to be there', () => {
    expect(whyNotSend([], reads(['a']), ['a'])).toBe(null);
    expect(whyNotSend([], reads(['a', 'b']), ['a'])).toBe('changed');
    expect(whyNotSend([], reads([]), ['a'])).toBe('history');
    expect(whyNotSend([], reads([], false), [])).toBe('balance');
  });
  test.each(['sending', 'open'] as const)('an earlier one that is %s blocks', (state) => {
    expect(whyNotSend([aRecord({ state })], reads([]), [])).toBe('open');
  });
  test.each(['accepted', 'made', 'several', 'refused', 'let-go', 'contradicted'] as const)(
    'an earlier one that is %s does not',
    (state) => expect(whyNotSend([aRecord({ state })], reads([]), [])).toBe(null),
  );
});

describe('the answer', () => {
  const answer = (id: string, others: WithdrawalRecord[] = [], amountCents: number | null = 1000) =>
    answered(
      aRecord({ before: aBefore({ ids: ['old'] }) }),
      others,
      { kind: 'accepted', id, amountCents },
      7,
    );

  test.each(refusalSchema.shape.kind.options)('A2: a refusal (%s) closes nothing', (kind) => {
    const after = answered(aRecord(), [], { kind: 'refused', refusal: { kind, words: null } }, 7);
    expect(after).toMatchObject({ state: 'open', refusal: { kind }, endedAtMs: 7 });
  });
  test('an acceptance is believed with an id that is met for the first time', () => {
    expect(answer('new')).toMatchObject({ state: 'accepted', answeredId: 'new' });
    expect(answer('new', [], null)).toMatchObject({ state: 'accepted' });
  });
  test('A2: an acceptance that repeats another withdrawal’s, or is of another amount, leaves it unknown', () => {
    for (const other of [
      aRecord({ state: 'made', foundIds: ['new'] }),
      aRecord({ state: 'accepted', answeredId: 'new' }),
      aRecord({ state: 'contradicted', foundIds: ['new'] }),
    ])
      expect(answer('new', [other])).toMatchObject({ state: 'open', answeredId: null });
    expect(answer('old')).toMatchObject({ state: 'open', answeredId: null });
    expect(answer('new', [], 999)).toMatchObject({ state: 'open', answeredId: null });
  });
  test('silence leaves it unknown', () => {
    expect(answered(aRecord(), [], { kind: 'silent' }, 7)).toMatchObject({ state: 'open', refusal: null });
  });
});
