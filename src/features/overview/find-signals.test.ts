import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { findSignals, thresholdsOf } from './find-signals.ts';

const NOW = Date.parse('2026-03-15T12:00:00Z');
const ACCOUNT = accountIdOf('0xaa');
const OTHER = accountIdOf('0xbb');

const found = (given: Partial<Parameters<typeof findSignals>[0]>) =>
  findSignals({
    accounts: [ACCOUNT, OTHER],
    cards: [],
    incomplete: [],
    payments: [],
    thresholds: thresholdsOf({}, null),
    nowMs: NOW,
    refreshesLeft: () => 1,
    ...given,
  }).map(({ account, signal }) => `${account} ${signal.kind}`);

test('orders in parts are told from the lower of the two limits on: the owner’s figure, or the alert of one order', () => {
  const cards = [1, 2].map((minutes) =>
    testCard({
      id: `card_${minutes}`,
      accountId: ACCOUNT,
      usdAmountCents: 9_000,
      orderedAtMs: NOW - minutes * 60_000,
      updatedAtMs: NOW,
    }),
  );
  expect(found({ cards })).toEqual([]);
  expect(found({ cards, thresholds: thresholdsOf({}, 10_000) })).toEqual(['0xaa split-orders']);
  expect(found({ cards, thresholds: thresholdsOf({ perOrderCents: 10_000 }, 90_000) })).toEqual([
    '0xaa split-orders',
  ]);
  expect(found({ cards, thresholds: thresholdsOf({}, 18_000) })).toEqual([]);
});

test('only the account whose list is missing keeps back what needs a history', () => {
  const bought = (accountId: typeof ACCOUNT) =>
    testCard({
      id: `card of ${accountId}`,
      accountId,
      orderedAtMs: NOW - 30 * 86_400_000,
      updatedAtMs: NOW,
      transactions: ['2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23', '2026-03-14'].map((day, at) => ({
        key: `${accountId} ${at}`,
        amountCents: 2_500,
        kind: 'purchase',
        description: `Merchant ${'abcde'.charAt(at)}`,
        when: { kind: 'day', day },
        status: null,
      })),
    });
  const cards = [bought(ACCOUNT), bought(OTHER)];
  const all = found({ cards });
  expect(all).toContain('0xaa new-merchant');
  expect(found({ cards, incomplete: [OTHER] })).toEqual(all.filter((one) => one.startsWith(ACCOUNT)));
});
