import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { isPast, untimedCard } from '#domain/untimed.ts';
import { firstSeenOf, noteFirstSeen, useFirstSeen } from './first-seen.ts';
import { forgetAccounts } from './forget-accounts.ts';
import { FIRST_SEEN_KEY } from './keys.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');
const seen = (account: typeof ADA, key: string) =>
  firstSeenOf(useFirstSeen.getState().byAccount, account)(key);
const never = () => false;

beforeEach(() => {
  localStorage.clear();
  useFirstSeen.reread();
});

test('the first time counts, however often it is seen again', () => {
  noteFirstSeen(ADA, ['refund-requested a'], never, 1_000);
  noteFirstSeen(ADA, ['refund-requested a', 'refund-requested b'], never, 2_000);
  expect([
    seen(ADA, 'refund-requested a'),
    seen(ADA, 'refund-requested b'),
    seen(BOB, 'refund-requested a'),
  ]).toEqual([1_000, 2_000, null]);
  expect(localStorage.getItem(FIRST_SEEN_KEY)).toContain('1000');
});

test('a card that is in another state by now is forgotten; one that the list lacks is not', () => {
  const requested = testCard({ id: 'a', status: 'refund-requested' });
  const keys = [untimedCard(requested) ?? '', 'refund-requested elsewhere'];
  noteFirstSeen(ADA, keys, never, 1_000);
  noteFirstSeen(ADA, [], (key) => isPast([{ ...requested, status: 'refunded' }], key), 2_000);
  expect(keys.map((key) => seen(ADA, key))).toEqual([null, 1_000]);
});

test('a time to come, from a clock that was ahead, is noted again', () => {
  noteFirstSeen(ADA, ['pending a'], never, 9_000);
  noteFirstSeen(ADA, ['pending a'], never, 2_000);
  expect(seen(ADA, 'pending a')).toBe(2_000);
});

test('it goes with the sign-out of its account', () => {
  noteFirstSeen(ADA, ['pending a'], never, 1_000);
  noteFirstSeen(BOB, ['pending b'], never, 1_000);
  forgetAccounts([ADA]);
  expect([seen(ADA, 'pending a'), seen(BOB, 'pending b')]).toEqual([null, 1_000]);
  expect(localStorage.getItem(FIRST_SEEN_KEY)).not.toContain(ADA);
});
