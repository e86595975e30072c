/** For tests: who was charged, and what the journal says about it. */
import type { Journal } from './journal.ts';

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
  /** Whether the chain moved the money of the authorisation with this nonce. */
  readonly paid: (nonce: string) => Promise<boolean>;
  readonly cardIds: readonly string[];
  readonly signatures: ReadonlyMap<string, number>;
  readonly nonces: ReadonlyMap<string, string>;
  readonly orders: number;
}

/** Adds one batch; throws where a promise of product.md §5 is broken. */
export async function countSoak(batch: Batch, before: SoakFigures): Promise<SoakFigures> {
  const { journal, paid, cardIds, signatures, nonces, orders } = batch;
  const figures = { ...before, orders: before.orders + orders };
  const must = (holds: boolean, what: string): void => {
    if (!holds) throw new Error(what);
  };
  for (const [id, count] of signatures) {
    must(count === 1, `${id} was signed ${count} times`);
    figures.signatures += 1;
  }
  const rows = (await journal.list()).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const cards = new Set(cardIds);
  const charges = new Set<string>();
  for (const [id, nonce] of nonces) if (await paid(nonce)) charges.add(id);
  const given = new Set<string>();
  for (const row of rows) {
    const charged = charges.has(row.id);
    const said = `${row.id} is “${row.state}” (${row.reason ?? ''}) and was ${charged ? '' : 'not '}charged`;
    if (charged) figures.charges += 1;
    if (row.sends > 1) figures.resent += 1;
    if (row.state === 'delivered') {
      must(charged, said);
      must(row.cardId !== null && cards.has(row.cardId), `${said}; its card ${row.cardId} is in no list`);
      must(row.cardId !== null && !given.has(row.cardId), `${said}; ${row.cardId} is another row’s too`);
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
  for (const charged of charges)
    must(
      rows.some(({ id }) => id === charged),
      `${charged} was charged and has no row`,
    );
  must(figures.charges === figures.delivered + figures.reported, 'charges do not add up');
  return figures;
}
