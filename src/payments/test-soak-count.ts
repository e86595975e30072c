/** For tests: who was charged, and what the journal says about it. */
import type { Journal } from './journal.ts';
import type { ModelChain } from './evm/test-chain.ts';
import type { ModelLaso } from './test-laso.ts';

export interface SoakFigures {
  readonly orders: number;
  readonly signatures: number;
  readonly charges: number;
  readonly delivered: number;
  /** Paid and not delivered, or several cards to choose from: the row says so. */
  readonly reported: number;
  readonly notCharged: number;
  readonly resent: number;
}

export const noFigures = (): SoakFigures => ({
  orders: 0,
  signatures: 0,
  charges: 0,
  delivered: 0,
  reported: 0,
  notCharged: 0,
  resent: 0,
});

interface Batch {
  readonly journal: Journal;
  readonly chain: ModelChain;
  readonly laso: ModelLaso;
  readonly signatures: ReadonlyMap<string, number>;
  readonly nonces: ReadonlyMap<string, string>;
  readonly orders: number;
}

/** Adds one batch; throws where a promise of product.md §5 is broken. */
export async function countSoak(batch: Batch, before: SoakFigures): Promise<SoakFigures> {
  const { journal, chain, laso, signatures, nonces, orders } = batch;
  const figures = { ...before, orders: before.orders + orders };
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  for (const [id, count] of signatures) {
    must(count === 1, `${id} was signed ${count} times`);
    figures.signatures += 1;
  }
  const rows = (await journal.list()).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const cards = new Set(laso.cardIds());
  const given = new Set<string>();
  for (const row of rows) {
    const nonce = nonces.get(row.id);
    const charged = nonce !== undefined && chain.paid(nonce);
    const said = `${row.id} is “${row.state}” (${row.reason ?? ''}) and was ${charged ? '' : 'not '}charged`;
    if (charged) figures.charges += 1;
    if (row.sends > 1) figures.resent += 1;
    if (row.state === 'delivered') {
      must(charged && row.cardId !== null && cards.has(row.cardId) && !given.has(row.cardId), said);
      if (row.cardId) given.add(row.cardId);
      figures.delivered += 1;
    } else if (row.state === 'paid-not-delivered') {
      must(charged && row.reason !== null, said);
      figures.reported += 1;
    } else {
      must(!charged && row.state === 'not-charged', said);
      figures.notCharged += 1;
    }
  }
  for (const nonce of nonces.values())
    if (chain.paid(nonce))
      must(
        rows.some(({ id }) => nonces.get(id) === nonce),
        'a charge without a row',
      );
  must(figures.charges === figures.delivered + figures.reported, 'charges do not add up');
  return figures;
}
