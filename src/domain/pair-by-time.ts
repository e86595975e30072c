import type { ChainTransfer, Purchase } from './chain-purchase.ts';

/**
 * How far apart a payment and its order can be: Laso orders within seconds of the money, clocks differ, and a
 * queue can be slow.
 */
export const WITHIN_MS = 10 * 60_000;

export const fitsPrice = (
  { amountAtomic }: Pick<ChainTransfer, 'amountAtomic'>,
  { minAtomic, maxAtomic }: Pick<Purchase, 'minAtomic' | 'maxAtomic'>,
): boolean => minAtomic <= amountAtomic && amountAtomic <= maxAtomic;

type DatedPurchase = Purchase & { readonly atMs: number };
type Pair = readonly [ChainTransfer, Purchase];

/**
 * The pairs of equal price within ten minutes: as many as there can be, then those with the least time
 * between them, summed. For purchases of one price some best choice keeps the order of time, so a table over
 * both lists in that order finds it (as for texts with a common subsequence).
 */
export function bestPairs(transfers: readonly ChainTransfer[], purchases: readonly Purchase[]): Pair[] {
  const dated = purchases.filter((one): one is DatedPurchase => one.atMs !== null);
  return priceClasses(dated).flatMap((same) => {
    const fitting = transfers.filter((transfer) => same.some((purchase) => fitsPrice(transfer, purchase)));
    return timeClusters(fitting, same).flatMap(([some, few]) => pairsInOrder(some, few));
  });
}

/**
 * Groups of purchases with overlapping prices: purchases of different groups never compete for a transfer.
 */
function priceClasses(purchases: readonly DatedPurchase[]): DatedPurchase[][] {
  const classes: { until: bigint; members: DatedPurchase[] }[] = [];
  const cheapestFirst = purchases.toSorted((a, b) => Number(a.minAtomic - b.minAtomic));
  for (const purchase of cheapestFirst) {
    const last = classes.at(-1);
    if (last && purchase.minAtomic <= last.until) {
      last.members.push(purchase);
      if (purchase.maxAtomic > last.until) last.until = purchase.maxAtomic;
    } else classes.push({ until: purchase.maxAtomic, members: [purchase] });
  }
  return classes.map(({ members }) => members);
}

/** Cut where nothing happened for longer than a pair may be apart, so that the tables stay small. */
function timeClusters(
  transfers: readonly ChainTransfer[],
  purchases: readonly DatedPurchase[],
): [ChainTransfer[], DatedPurchase[]][] {
  const events = [
    ...transfers.map((transfer) => ({ atMs: transfer.atMs, transfer, purchase: null })),
    ...purchases.map((purchase) => ({ atMs: purchase.atMs, transfer: null, purchase })),
  ].toSorted((a, b) => a.atMs - b.atMs);
  const clusters: [ChainTransfer[], DatedPurchase[]][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { atMs, transfer, purchase } of events) {
    if (atMs - before > WITHIN_MS) clusters.push([[], []]);
    before = atMs;
    const cluster = clusters.at(-1);
    if (transfer) cluster?.[0].push(transfer);
    if (purchase) cluster?.[1].push(purchase);
  }
  return clusters;
}

/** Both lists are in order of time. Each pair is worth so much that one more always beats any nearness. */
function pairsInOrder(transfers: readonly ChainTransfer[], purchases: readonly DatedPurchase[]): Pair[] {
  const width = purchases.length + 1;
  const pairWorth = (WITHIN_MS + 1) * (Math.min(transfers.length, purchases.length) + 1);
  const best = new Float64Array((transfers.length + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  const worth = (transfer: ChainTransfer, purchase: DatedPurchase): number => {
    const apart = Math.abs(transfer.atMs - purchase.atMs);
    return fitsPrice(transfer, purchase) && apart <= WITHIN_MS ? pairWorth - apart : Number.NEGATIVE_INFINITY;
  };
  transfers.forEach((transfer, row) => {
    purchases.forEach((purchase, column) => {
      best[(row + 1) * width + column + 1] = Math.max(
        at(row, column + 1),
        at(row + 1, column),
        at(row, column) + worth(transfer, purchase),
      );
    });
  });
  const pairs: Pair[] = [];
  let row = transfers.length;
  let column = purchases.length;
  while (row > 0 && column > 0) {
    const transfer = transfers[row - 1];
    const purchase = purchases[column - 1];
    if (at(row, column) === at(row - 1, column)) row -= 1;
    else if (at(row, column) === at(row, column - 1)) column -= 1;
    else {
      if (transfer && purchase) pairs.push([transfer, purchase]);
      row -= 1;
      column -= 1;
    }
  }
  return pairs.toReversed();
}
