import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersTo, statusWord, type Card, type CardStatus } from './card.ts';
import { totalsOf } from './spend.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from './transaction.ts';

const card = (changes: Partial<Card> = {}): Card => testCard({ orderedAtMs: null, ...changes });
const line = (
  amountCents: number,
  kind: 'purchase' | 'refund' = 'purchase',
  status: string | null = null,
): Transaction => ({
  key: `${kind}${amountCents}`,
  amountCents,
  kind,
  description: 'Shop',
  when: null,
  status,
});

const spentWith = (status: string | null) =>
  totalsOf([card({ transactions: [line(100, 'purchase', status)] })]).spentCents;

describe('totals (product.md §2)', () => {
  test('loaded, left and spent of issued cards add up', () => {
    const cards = [
      card({ availableCents: 3960, transactions: [line(1250), line(210, 'refund')] }),
      card({ status: 'depleted', availableCents: 0, transactions: [line(5000)] }),
      card({
        status: 'complete',
        type: 'intl',
        usdAmountCents: 10_000,
        availableCents: 0,
        transactions: [line(9000), line(1000)],
      }),
    ];
    expect(totalsOf(cards)).toEqual({
      loadedCents: 20_000,
      leftCents: 3960,
      spentCents: 16_040,
      unexplainedCents: 0,
      spentElsewhereCents: 0,
      cardCount: 3,
      cardsWithBalance: 1,
      cardsWithoutBalance: 0,
      cardsWithoutAmount: 0,
      cardsAwaited: 0,
      unreadLines: 0,
    });
  });

  test('a load is neither spent nor come back, and lines that could not be read are counted', () => {
    const load: Transaction = { ...line(5000), key: 'load', kind: 'load' };
    const unreadLines = [{ key: 'u', when: null, text: 'amount “12,50”' }];
    const cards = [
      card({ availableCents: 2000, transactions: [line(3000), load], unreadLines }),
      card({ usdAmountCents: null, availableCents: 0, unreadLines }),
    ];
    expect(totalsOf(cards)).toMatchObject({
      loadedCents: 5000,
      spentCents: 3000,
      unexplainedCents: 0,
      unreadLines: 2,
      cardsWithoutAmount: 1,
    });
  });

  test('what no transaction explains is said', () => {
    expect(totalsOf([card({ availableCents: 3000, transactions: [line(500)] })]).unexplainedCents).toBe(1500);
    expect(totalsOf([card({ availableCents: null, transactions: [line(500)] })])).toMatchObject({
      unexplainedCents: 4500,
      cardsWithoutBalance: 1,
    });
  });

  test('cards not issued yet and refunded ones are not loaded; what a refunded one spent was spent', () => {
    const waiting = [
      card({ status: 'pending', availableCents: null }),
      card({ status: 'queued', availableCents: null }),
    ];
    expect(totalsOf(waiting)).toMatchObject({
      loadedCents: 0,
      leftCents: 0,
      unexplainedCents: 0,
      cardCount: 0,
      cardsAwaited: 2,
    });
    const refunded = card({ status: 'refunded', availableCents: null, transactions: [line(700)] });
    expect(totalsOf([refunded])).toMatchObject({ loadedCents: 0, spentCents: 700 });
  });

  test('“not explained” is the difference of the figures beside it, also with a refunded card that was used', () => {
    const used = card({ usdAmountCents: 10_000, availableCents: 6_000, transactions: [line(4_000)] });
    const refunded = card({ status: 'refunded', availableCents: null, transactions: [line(3_000)] });
    expect(totalsOf([used, refunded])).toMatchObject({
      loadedCents: 10_000,
      leftCents: 6_000,
      spentCents: 7_000,
      unexplainedCents: -3_000,
      spentElsewhereCents: 3_000,
    });
  });

  test('a card of unknown status counts once it shows signs of life', () => {
    const strange = { status: 'unknown', rawStatus: 'paused', last4: null, availableCents: null } as const;
    expect(totalsOf([card(strange)]).loadedCents).toBe(0);
    expect(totalsOf([card({ ...strange, last4: '1111' })]).loadedCents).toBe(5000);
    expect(totalsOf([card({ ...strange, transactions: [line(1)] })]).loadedCents).toBe(5000);
  });

  test('declined attempts are no spending; pending ones and words we do not know are', () => {
    expect(['declined', 'Failed', 'VOIDED', 'canceled'].map(spentWith)).toEqual([0, 0, 0, 0]);
    expect([null, 'pending', 'settled', 'mysterious'].map(spentWith)).toEqual([100, 100, 100, 100]);
  });

  test('cents stay exact whole numbers in any number of cards', () => {
    const cents = fc.integer({ min: 0, max: 100_000 });
    const anyCard = fc
      .record({
        usdAmountCents: cents,
        availableCents: fc.option(cents),
        spent: cents,
        back: cents,
        status: fc.constantFrom<CardStatus>(
          'ready',
          'depleted',
          'complete',
          'archived',
          'refunded',
          'queued',
          'unknown',
        ),
      })
      .map(({ spent, back, ...rest }) =>
        card({ ...rest, transactions: [line(spent), line(back, 'refund')] }),
      );
    fc.assert(
      fc.property(fc.array(anyCard), (cards) => {
        const totals = totalsOf(cards);
        expect(totals.leftCents + totals.spentCents + totals.unexplainedCents).toBe(totals.loadedCents);
      }),
    );
  });
});

test('a status is one of the contract’s words, or what Laso says', () => {
  expect(statusWord({ status: 'refund-requested', rawStatus: 'x' })).toBe('Refund requested');
  expect(statusWord({ status: 'unknown', rawStatus: 'Under_Review' })).toBe('Under_Review');
  expect(statusWord({ status: 'unknown', rawStatus: '' })).toBe('Unknown');
});

test('a card answers to its old and its new id', () => {
  const fulfilled = { id: 'issuer-77', queuedOrderCardId: 'queue-77' };
  expect([
    answersTo(fulfilled, 'queue-77'),
    answersTo(fulfilled, 'issuer-77'),
    answersTo(fulfilled, 'x'),
  ]).toEqual([true, true, false]);
});
