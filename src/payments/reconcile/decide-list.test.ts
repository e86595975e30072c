import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import type { ListedProduct, ProductListing } from './evidence.ts';
import { row, card, listed, SETTLED, seen } from '../testing/decide-builders.ts';

describe('what a list says of a payment', () => {
  const partial = (...products: ListedProduct[]): ProductListing => ({
    kind: 'listed',
    products,
    partial: true,
  });

  test('part of a list closes a row with the chain’s proof only', () => {
    const told = row({ state: 'paid-not-delivered' });
    expect(decide(told, seen({ listing: partial(card('a')) }, told))).not.toMatchObject({ kind: 'step' });
    expect(decide(told, seen({ listing: listed(card('a')) }, told))).toMatchObject({ to: 'delivered' });
    expect(decide(told, seen({ chain: SETTLED, listing: partial(card('a')) }, told))).toMatchObject({
      to: 'delivered',
    });
  });

  test('A14: only a whole list without it says that no card was made', () => {
    const said = (listing: ProductListing) => {
      const decision = decide(row(), seen({ chain: SETTLED, listing }));
      return decision.kind === 'nothing' ? null : decision.patch.listedNone;
    };
    expect(said(listed())).toBe(true);
    for (const listing of [partial(), listed(card('a'), card('b')), { kind: 'signed-out' } as const])
      expect(said(listing)).toBeUndefined();
  });

  test('a row that is not over gets no word from it', () => {
    for (const state of ['signing', 'signed', 'sent'] as const)
      expect(decide(row({ state }), seen({ chain: SETTLED, listing: listed(card('a')) }))).toEqual({
        kind: 'nothing',
      });
  });

  test('each word that is taken back is named in the history', () => {
    const expired = seen({ chain: { kind: 'expired-unused' } });
    expect(decide(row({ state: 'delivered', cardId: 'a' }), expired)).toMatchObject({
      note: expect.stringMatching(/“Paid” was wrong/),
    });
    expect(decide(row({ state: 'paid-not-delivered' }), expired)).toMatchObject({
      note: expect.stringMatching(/no money moved/),
    });
    const unsure = seen({ chain: SETTLED, listing: listed(card('b')) });
    expect(decide(row({ state: 'delivered', cardId: 'a' }), unsure)).toMatchObject({
      note: expect.stringMatching(/not certain/),
    });
    expect(decide(row({ state: 'not-charged' }), seen({ chain: SETTLED }))).toMatchObject({
      note: expect.stringMatching(/“Not charged” was wrong/),
    });
  });
});
