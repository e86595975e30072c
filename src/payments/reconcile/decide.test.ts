import { describe, expect, test } from 'vitest';
import { decide, type Evidence } from './decide.ts';
import type { ChainVerdict, ListedProduct, ProductListing } from './evidence.ts';
import type { PaymentSummary } from '../journal/payment-row.ts';
import { NOW_SEC, row, card, listed, SETTLED, UNREADABLE, seen } from '../testing/decide-builders.ts';

describe('a payment of unknown outcome', () => {
  test.each([['expired-unused'], ['cancelled']] as const)('%s on the chain: not charged', (kind) =>
    expect(decide(row(), seen({ chain: { kind }, listing: listed(card('a')) }))).toMatchObject({
      to: 'not-charged',
    }),
  );
  test.each<[string, Partial<Evidence>]>([
    ['nothing could be read', {}],
    ['it is still open', { chain: { kind: 'open', certainAtMs: null }, listing: listed(card('a')) }],
    ['there are two new cards and no chain', { listing: listed(card('a'), card('b')) }],
  ])('stays unknown while %s', (_why, evidence) =>
    expect(decide(row(), seen(evidence))).toEqual({ kind: 'nothing' }),
  );
  test('paid on the chain, with one new card: delivered, with the proven transaction', () =>
    expect(decide(row(), seen({ chain: SETTLED, listing: listed(card('a')) }))).toMatchObject({
      to: 'delivered',
      patch: { cardId: 'a', transaction: '0xpaid', settledAtSec: NOW_SEC + 10 },
    }));
  test('paid on the chain, two new cards: the person chooses', () =>
    expect(decide(row(), seen({ chain: SETTLED, listing: listed(card('a'), card('b')) }))).toMatchObject({
      to: 'paid-not-delivered',
      patch: { candidateIds: ['a', 'b'], reason: /choose/ },
    }));
  test.each<[string, ProductListing, RegExp]>([
    ['signed out', { kind: 'signed-out' }, /^Paid on chain\. Sign in/],
    ['no new card', listed(), /account balance/],
    ['a product without a list', { kind: 'not-listed' }, /support/],
    ['a list that cannot be read', { kind: 'unreadable' }, /check again/],
  ])('paid on the chain, %s: paid, not delivered, with what to do', (_why, listing, words) =>
    expect(decide(row(), seen({ chain: SETTLED, listing }))).toMatchObject({
      to: 'paid-not-delivered',
      patch: { reason: words },
    }),
  );
});

describe('what the payment brought is on this device', () => {
  test.each<[string, ChainVerdict]>([
    ['proves it', SETTLED],
    ['cannot be read', UNREADABLE],
    ['shows nothing so far', { kind: 'open', certainAtMs: null }],
  ])('kept: delivered, while the chain %s', (_what, chain) =>
    expect(decide(row(), seen({ chain, listing: { kind: 'kept' } }))).toMatchObject({ to: 'delivered' }),
  );
  test('held in memory alone: not delivered, and it says to copy it', () => {
    const paid = row({ state: 'paid-not-delivered' });
    expect(decide(paid, seen({ chain: SETTLED, listing: { kind: 'held' } }, paid))).toMatchObject({
      kind: 'amend',
      patch: { reason: /copy it before you close that tab/ },
    });
  });
});

test('a paid sign-in whose answer was lost is not said to be in a balance', () =>
  expect(
    decide(
      row({ product: { kind: 'auth', amountCents: 0 } }),
      seen({ chain: SETTLED, listing: { kind: 'not-listed' } }),
    ),
  ).toMatchObject({ to: 'paid-not-delivered', patch: { reason: /sign in again with the same wallet/ } }));

describe('a new card closes one row only', () => {
  const other = row({ id: 'other', state: 'delivered', cardId: 'a' });
  test('not a second one', () =>
    expect(
      decide(row(), seen({ chain: SETTLED, listing: listed(card('a')), rows: [row(), other] })),
    ).toMatchObject({ to: 'paid-not-delivered' }));
  test.each<[string, ListedProduct]>([
    ['was there before', card('known')],
    ['has another amount', card('a', { amountCents: 2500 })],
    ['was ordered long before', card('a', { orderedAtMs: (NOW_SEC - 7_200) * 1000 })],
    ['was ordered long after', card('a', { orderedAtMs: (NOW_SEC + 86_400) * 1000 })],
    ['is of another kind', card('a', { kind: 'intl-card' })],
  ])('none that %s', (_why, product) =>
    expect(
      decide(row({ knownProductIds: ['known'] }), seen({ chain: SETTLED, listing: listed(product) })),
    ).toMatchObject({ to: 'paid-not-delivered' }),
  );
  test('without the chain: one new card closes the row that alone can have bought it', () => {
    const evidence = seen({ listing: listed(card('a')) });
    expect(decide(row(), evidence)).toMatchObject({ to: 'delivered', patch: { cardId: 'a' } });
    expect(decide(row({ knownProductIds: null }), evidence)).toEqual({ kind: 'nothing' });
    const rival = row({ id: 'rival' });
    expect(decide(row(), { ...evidence, rows: [row(), rival] })).toEqual({ kind: 'nothing' });
  });
});

describe('found by the soak: a card of a later payment closed an earlier one that had brought nothing', () => {
  const earlier = row({
    id: 'earlier',
    state: 'paid-not-delivered',
    settledAtSec: NOW_SEC - 600,
    knownProductIds: null,
  });
  const found = (rival: PaymentSummary) =>
    decide(earlier, seen({ chain: SETTLED, listing: listed(card('a')), rows: [earlier, rival] }));
  test.each(['sent', 'unknown', 'paid-not-delivered'] as const)('the later one is “%s”: choose', (state) =>
    expect(found(row({ state }))).toMatchObject({
      kind: 'amend',
      patch: { candidateIds: ['a'], reason: /may have bought it/ },
    }),
  );
  test.each<[string, Partial<PaymentSummary>]>([
    ['was not charged', { state: 'not-charged' }],
    ['is of another amount', { product: { kind: 'us-card', amountCents: 2500 } }],
    ['was paid with another wallet', { payer: '0x0000000000000000000000000000000000000001' }],
    ['had this card before', { knownProductIds: ['a'] }],
  ])('nobody else can have bought it: the other one %s', (_why, changes) =>
    expect(found(row(changes))).toMatchObject({ to: 'delivered', patch: { cardId: 'a' } }),
  );
});

describe('an international order that came without its id (R18)', () => {
  const at = (NOW_SEC + 12) * 1000;
  const intl = (id: string, changes: Partial<ListedProduct> = {}) =>
    card(id, { kind: 'intl-card', ...changes });
  const ordered = row({
    state: 'delivered',
    product: { kind: 'intl-card', amountCents: 5000 },
    orderedAtMs: at,
  });
  const found = (...products: ListedProduct[]) =>
    decide(ordered, seen({ listing: listed(...products) }, ordered));
  test('is found in the list by its amount and the time of the payment', () =>
    expect(found(intl('q1'), intl('q2', { amountCents: 9_900 }))).toEqual({
      kind: 'amend',
      patch: { cardId: 'q1' },
    }));
  test('of two alike the one with the very time Laso told', () =>
    expect(found(intl('q1', { orderedAtMs: at - 60_000 }), intl('q2', { orderedAtMs: at }))).toMatchObject({
      patch: { cardId: 'q2' },
    }));
  test('of two that cannot be told apart none', () =>
    expect(found(intl('q1'), intl('q2'))).toEqual({ kind: 'nothing' }));
  test('is not found while another payment may have bought what fits', () => {
    const other = row({ id: 'other', product: { kind: 'intl-card', amountCents: 5000 } });
    expect(decide(ordered, seen({ listing: listed(intl('q1')), rows: [ordered, other] }))).toEqual({
      kind: 'nothing',
    });
  });
  test('is not the card another row has', () => {
    const other = row({ id: 'other', state: 'delivered', cardId: 'q1' });
    expect(decide(ordered, seen({ listing: listed(intl('q1')), rows: [ordered, other] }))).toEqual({
      kind: 'nothing',
    });
  });
});

describe('later', () => {
  const paid = row({ state: 'paid-not-delivered', settledAtSec: NOW_SEC + 10, transaction: '0xpaid' });
  test('a card that appears closes it', () =>
    expect(decide(paid, seen({ chain: SETTLED, listing: listed(card('a')) }))).toMatchObject({
      to: 'delivered',
    }));
  test('a look that finds nothing new writes nothing', () => {
    const first = decide(paid, seen({ chain: SETTLED, listing: listed() }));
    if (first.kind !== 'amend') throw new Error(first.kind);
    expect(decide({ ...paid, ...first.patch }, seen({ chain: SETTLED, listing: listed() }))).toEqual({
      kind: 'nothing',
    });
  });
  test('a delivered row gets its transaction from the chain', () =>
    expect(
      decide(row({ state: 'delivered', transaction: '0xPAID' }), seen({ chain: SETTLED })),
    ).toMatchObject({
      kind: 'amend',
      patch: { transaction: '0xpaid' },
    }));
  test('Laso’s word against the chain’s: the chain’s stands, and a person gets to see it', () =>
    expect(
      decide(row({ state: 'paid-not-delivered' }), seen({ chain: { kind: 'expired-unused' } })),
    ).toMatchObject({
      to: 'not-charged',
      patch: { reason: /no money moved/, corrected: { from: 'paid-not-delivered' }, dismissed: null },
    }));
  test('the chain’s word against its own of before: it stays paid, not delivered, and says so', () =>
    expect(decide(paid, seen({ chain: { kind: 'expired-unused' } }))).toMatchObject({
      kind: 'amend',
      patch: { reason: /now shows that no money moved/ },
    }));
});
