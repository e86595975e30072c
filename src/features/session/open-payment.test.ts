import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { countAndSum, lockedBySignOut, type OpenPayment } from './open-payment.ts';
import type { Session } from '#session/session.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');
const session = (accountId: Session['accountId']): Session => ({
  accountId,
  userId: accountId,
  tokens: null,
  keep: false,
  signedInAtMs: 1,
});
const payment = (amountAtomic: bigint, ...owners: string[]): OpenPayment => ({
  owners,
  startedAtMs: 2,
  amountAtomic,
  record: { amountAtomic: String(amountAtomic) },
  remove: () => Promise.resolve(),
});

const ofAda = payment(1n, '0xADA', ADA);
const ofBob = payment(2n, BOB);
const adaPaidByBob = payment(3n, ADA, '0xB0B');
const ofNobodyHere = payment(4n, '0xdead');
const all = [ofAda, ofBob, adaPaidByBob, ofNobodyHere];

test('signing out of one account concerns what nobody who stays can see', () => {
  expect(lockedBySignOut(all, [session(ADA), session(BOB)], [ADA])).toEqual([ofAda]);
  expect(lockedBySignOut(all, [session(ADA)], [ADA])).toEqual([ofAda, adaPaidByBob]);
});

test('signing out everywhere concerns every payment that can be seen', () => {
  expect(lockedBySignOut(all, [session(ADA), session(BOB)], 'all')).toEqual(all);
});

test('count and sum are exact and in words', () => {
  expect(countAndSum([payment(50_000_000n)])).toEqual({ count: '1 payment', sum: '50.00 USDC' });
  const sum = countAndSum([payment(100_000n), payment(200_000n)]);
  expect(sum).toEqual({ count: '2 payments', sum: '0.30 USDC' });
});
