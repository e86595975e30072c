import { expect, test } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { withdrawnCents } from '#domain/withdrawal.ts';
import { withdrawalActivity } from './activity.ts';
import { historyInterval } from './withdrawal-queries.ts';
import { aWithdrawal } from './testing/withdrawal-builders.ts';

test('a withdrawal is a line of activity with its state; one that failed moved nothing', () => {
  const failed = aWithdrawal({ id: 'w2', state: 'failed', rawState: 'rejected', address: null });
  const strange = aWithdrawal({ id: 'w3', state: 'unknown', rawState: 'on hold', requestedAtMs: null });
  expect(withdrawalActivity(ACCOUNT, [aWithdrawal(), failed, strange], '/balance')).toEqual([
    {
      key: 'withdrawal:w1',
      accountId: ACCOUNT,
      kind: 'withdrawal',
      when: { kind: 'instant', ms: 1_700_000_000_000 },
      title: 'Withdrawal from the balance',
      detail: `To ${ACCOUNT}`,
      amountCents: 1000,
      direction: 'in',
      status: 'Pending',
      href: '/balance',
      booked: {
        book: 'balance',
        cardId: null,
        amountMicros: -10_000_000n,
        feeMicros: null,
        currency: 'USD',
        transaction: null,
      },
    },
    expect.objectContaining({
      amountCents: null,
      direction: null,
      status: 'Failed',
      detail: null,
      booked: expect.objectContaining({ amountMicros: null }),
    }),
    expect.objectContaining({ status: 'on hold', when: null, amountCents: 1000 }),
  ]);
  expect(withdrawnCents([aWithdrawal(), failed, strange])).toBe(2000);
});

test('the transaction stands whole in the books', () => {
  const [item] = withdrawalActivity(ACCOUNT, [aWithdrawal({ txHash: '0xabc' })], '/balance');
  expect(item?.booked?.transaction).toBe('0xabc');
});

test('the history is asked for again while something can change, and not after', () => {
  const done = [aWithdrawal({ state: 'completed' }), aWithdrawal({ state: 'failed' })];
  expect(historyInterval(done, false)).toBe(false);
  expect(historyInterval(done, true)).toBe(10_000);
  expect(historyInterval([...done, aWithdrawal()], false)).toBe(10_000);
  expect(historyInterval([...done, aWithdrawal({ state: 'unknown' })], false)).toBe(60_000);
});
