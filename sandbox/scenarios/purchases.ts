import type { StoredTransaction } from '../store/stored-card.ts';
import type { Merchant } from './merchants.ts';

interface PurchasePlan {
  random: () => number;
  merchants: readonly Merchant[];
  /** How many transactions, refunds included. */
  count: number;
  /** Their sum: debits less credits. At least 60 cents a transaction. */
  netCents: number;
  from: number;
  to: number;
  kind: 'us' | 'intl';
}

/** A believable history, newest first, whose debits less credits are exactly `netCents`. */
export function purchases(plan: PurchasePlan): StoredTransaction[] {
  const { random, count, netCents } = plan;
  if (count === 0) return [];
  // Some purchases are refunded in full, which does not change the net.
  const returned = count >= 9 && random() < 0.45 ? Math.round(netCents * (0.05 + random() * 0.08)) : 0;
  const bought = returned > 0 ? count - 2 : count;
  const picks = Array.from({ length: bought }, () => pick(plan.merchants, random));
  const amounts = priced(
    picks.map((merchant) => merchant.typicalCents * (0.5 + random())),
    netCents,
  );
  const debits = picks.map((merchant, index) => ({ merchant, cents: amounts[index] ?? 0, credit: false }));
  const refund = pick(plan.merchants, random);
  if (returned > 0) {
    const middle = Math.floor(debits.length / 2);
    debits.splice(middle, 0, { merchant: refund, cents: returned, credit: false });
    debits.push({ merchant: refund, cents: returned, credit: true });
  }
  const span = plan.to - plan.from;
  return debits
    .map(({ merchant, cents, credit }, index): StoredTransaction => ({
      amountCents: cents,
      direction: credit ? 'credit' : 'debit',
      description: merchant.name,
      at: Math.round(plan.from + (span * (index + 0.2 + random() * 0.6)) / debits.length),
      written: plan.kind === 'us' && random() < 0.9 ? 'day' : 'instant',
      status: plan.kind === 'intl' ? (random() < 0.15 ? 'pending' : 'completed') : null,
    }))
    .toReversed();
}

/** Scales the wanted amounts so that their sum is exactly the total; most end in .00 or .99, as prices do. */
function priced(wishes: readonly number[], total: number): number[] {
  const sum = wishes.reduce((all, one) => all + one, 0);
  const scaled = wishes.map((one) => Math.max(60, Math.floor((one * total) / sum)));
  const rounded = scaled.map((cents, index) =>
    index % 3 === 0 && cents > 400 ? Math.round(cents / 100) * 100 - 1 : cents,
  );
  const rest = total - rounded.slice(0, -1).reduce((all, one) => all + one, 0);
  if (rest >= 60) return [...rounded.slice(0, -1), rest];
  const even = Math.floor(total / wishes.length);
  return wishes.map((_, index) => (index === 0 ? total - even * (wishes.length - 1) : even));
}

function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}
