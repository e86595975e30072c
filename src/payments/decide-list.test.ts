import { describe, expect, test } from 'vitest';
import { decide, type Evidence } from './decide.ts';
import type { ChainVerdict, ListedProduct, ProductListing } from './evidence.ts';
import { summaryOf, type PaymentSummary } from './payment-row.ts';
import { rowOf } from './sign-order.ts';
import { reviewOf } from './test-order.ts';

const NOW_SEC = 1_700_000_000;
const row = (changes: Partial<PaymentSummary> = {}): PaymentSummary => ({
  ...summaryOf(rowOf(reviewOf(), NOW_SEC * 1000, [])),
  state: 'unknown',
  validBeforeSec: NOW_SEC + 300,
  marks: { nonce: '0x1' },
  ...changes,
});
const card = (id: string, changes: Partial<ListedProduct> = {}): ListedProduct => ({
  id,
  kind: 'us-card',
  amountCents: 5000,
  orderedAtMs: (NOW_SEC + 20) * 1000,
  ...changes,
});
const listed = (...products: ListedProduct[]): ProductListing => ({ kind: 'listed', products });
const SETTLED: ChainVerdict = { kind: 'settled', transaction: '0xpaid', atSec: NOW_SEC + 10 };
const UNREADABLE: ChainVerdict = { kind: 'unreadable', why: 'down' };
const seen = (changes: Partial<Evidence> = {}, of: PaymentSummary = row()): Evidence => ({
  chain: UNREADABLE,
  listing: { kind: 'signed-out' },
  rows: [of],
  ...changes,
});

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
