import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainTransfer, Purchase } from './chain-purchase.ts';
import { matchTransfers, SIGN_IN_ATOMIC } from './match-transfers.ts';
import { bestPairs, fitsPrice, WITHIN_MS } from './pair-by-time.ts';

const MINUTE = 60_000;
const FIFTY = 50_000_000n;

let serial = 0;
const transfer = (given: Partial<ChainTransfer> = {}): ChainTransfer => ({
  transaction: `0x${(serial += 1)}`,
  logIndex: 0,
  blockNumber: 1,
  atMs: 100 * MINUTE,
  amountAtomic: FIFTY,
  payTo: '0xlaso',
  ...given,
});
const purchase = (given: Partial<Purchase> & { atomic?: bigint } = {}): Purchase => {
  const { atomic = FIFTY, ...rest } = given;
  return {
    id: `card ${(serial += 1)}`,
    cardId: 'card',
    paymentId: null,
    atMs: 100 * MINUTE,
    minAtomic: atomic,
    maxAtomic: atomic,
    transaction: null,
    ...rest,
  };
};
const pairsOf = ({ matched }: ReturnType<typeof matchTransfers>) =>
  matched.map((match) => [match.transfer, match.by === 'sign-in' ? null : match.purchase, match.by]);

describe('what belongs together', () => {
  test('the transaction counts before any time', () => {
    const paid = transfer({ transaction: '0xAB', atMs: 0 });
    const here = purchase({ transaction: '0xab', atMs: 900 * MINUTE });
    const elsewhere = purchase({ atMs: 0 });
    const result = matchTransfers([paid], [elsewhere, here]);
    expect(pairsOf(result)).toEqual([[paid, here, 'transaction']]);
    expect(result.unpaid).toEqual([elsewhere]);
  });

  test('a transaction of another amount is not the payment', () => {
    const paid = transfer({ transaction: '0xab' });
    const here = purchase({ transaction: '0xab', atomic: 1n });
    expect(matchTransfers([paid], [here])).toMatchObject({ matched: [], unmatched: [paid], unpaid: [here] });
  });

  test('what was paid in a known transaction takes no other payment', () => {
    const paid = transfer();
    const here = purchase({ transaction: '0xff' });
    expect(matchTransfers([paid], [here]).unmatched).toEqual([paid]);
  });

  test('of two orders of one price each gets the payment near it', () => {
    const [early, late] = [transfer({ atMs: 100 * MINUTE }), transfer({ atMs: 106 * MINUTE })];
    const [first, second] = [purchase({ atMs: 101 * MINUTE }), purchase({ atMs: 107 * MINUTE })];
    const result = matchTransfers([late, early], [second, first]);
    expect(new Set(pairsOf(result))).toEqual(
      new Set([
        [early, first, 'time'],
        [late, second, 'time'],
      ]),
    );
  });

  test('a nearer order never leaves another one without its only payment', () => {
    const [early, late] = [transfer({ atMs: 100 * MINUTE }), transfer({ atMs: 105 * MINUTE })];
    const [near, far] = [purchase({ atMs: 100 * MINUTE }), purchase({ atMs: 94 * MINUTE })];
    expect(matchTransfers([early, late], [near, far]).matched).toHaveLength(2);
  });

  test('ten minutes apart is the same order, a moment more is not', () => {
    const paid = transfer({ atMs: 0 });
    expect(matchTransfers([paid], [purchase({ atMs: WITHIN_MS })]).unmatched).toEqual([]);
    expect(matchTransfers([paid], [purchase({ atMs: WITHIN_MS + 1 })]).unmatched).toEqual([paid]);
  });

  test('an order without a time is matched by its amount, after all that have one', () => {
    const [early, late] = [transfer({ atMs: 0 }), transfer({ atMs: 900 * MINUTE })];
    const dated = purchase({ atMs: 0 });
    const undated = purchase({ atMs: null });
    expect(pairsOf(matchTransfers([early, late], [undated, dated]))).toEqual([
      [early, dated, 'time'],
      [late, undated, 'amount'],
    ]);
  });

  test('a tenth of a cent is a sign-in, as often as it comes', () => {
    const many = [1, 2, 3].map((atMs) => transfer({ amountAtomic: SIGN_IN_ATOMIC, atMs }));
    expect(matchTransfers(many, []).matched.map(({ by }) => by)).toEqual(['sign-in', 'sign-in', 'sign-in']);
  });

  test('two transfers in one transaction are two payments; the newest unmatched comes first', () => {
    const twins = [0, 1].map((logIndex) => transfer({ transaction: '0x1', logIndex, atMs: logIndex }));
    const [first, second] = twins;
    expect(matchTransfers(twins, [purchase({ transaction: '0x1' })]).unmatched).toEqual([second]);
    expect(matchTransfers(twins, []).unmatched).toEqual([second, first]);
  });
});

const amounts = fc.constantFrom(FIFTY, 75_000_000n);
const times = fc.integer({ min: 0, max: 40 }).map((minutes) => minutes * MINUTE);
const someTransfers = (most: number) =>
  fc.array(fc.record({ amountAtomic: amounts, atMs: times }).map(transfer), { maxLength: most });
const somePurchases = (most: number) =>
  fc.array(fc.record({ atomic: amounts, atMs: times }).map(purchase), { maxLength: most });

/** Every way to pair them: the most pairs, and among those the least minutes. */
function best(transfers: readonly ChainTransfer[], purchases: readonly Purchase[]): [number, number] {
  const [first, ...rest] = transfers;
  if (!first) return [0, 0];
  let result = best(rest, purchases);
  for (const one of purchases) {
    const apart = Math.abs(first.atMs - (one.atMs ?? 0));
    if (!fitsPrice(first, one) || apart > WITHIN_MS) continue;
    const [count, total] = best(
      rest,
      purchases.filter((other) => other !== one),
    );
    if (count + 1 > result[0] || (count + 1 === result[0] && total + apart < result[1]))
      result = [count + 1, total + apart];
  }
  return result;
}

test('no other pairing has more pairs, or as many with less time between them', () => {
  fc.assert(
    fc.property(someTransfers(5), somePurchases(5), (transfers, purchases) => {
      const pairs = bestPairs(transfers, purchases);
      const apart = pairs.reduce((sum, [one, other]) => sum + Math.abs(one.atMs - (other.atMs ?? 0)), 0);
      expect([pairs.length, apart]).toEqual(best(transfers, purchases));
    }),
    { numRuns: 500 },
  );
});

test('nothing is matched twice and nothing is lost, whatever the order of the lists', () => {
  const undated = fc.record({ atomic: amounts, atMs: fc.constant(null) }).map(purchase);
  fc.assert(
    fc.property(
      someTransfers(30),
      somePurchases(30),
      fc.array(undated, { maxLength: 4 }),
      (transfers, dated, more) => {
        const purchases = [...dated, ...more];
        const { matched, unmatched, unpaid } = matchTransfers(transfers, purchases);
        const used = matched.flatMap((match) => (match.by === 'sign-in' ? [] : [match.purchase]));
        expect(new Set([...matched.map((match) => match.transfer), ...unmatched])).toEqual(
          new Set(transfers),
        );
        expect(matched.length + unmatched.length).toBe(transfers.length);
        expect(new Set([...used, ...unpaid])).toEqual(new Set(purchases));
        expect(used.length + unpaid.length).toBe(purchases.length);
        for (const match of matched)
          if (match.by !== 'sign-in') expect(fitsPrice(match.transfer, match.purchase)).toBe(true);
        const turned = matchTransfers(transfers.toReversed(), purchases.toReversed());
        expect(turned.matched.length).toBe(matched.length);
      },
    ),
  );
});

test('thousands of cards of one price, bought one after the other, are matched in a moment', () => {
  const transfers = Array.from({ length: 2_000 }, (_, at) => transfer({ atMs: at * MINUTE }));
  const purchases = Array.from({ length: 2_000 }, (_, at) => purchase({ atMs: at * MINUTE + 5_000 }));
  const startedMs = performance.now();
  expect(matchTransfers(transfers, purchases).matched).toHaveLength(2_000);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
});
