/** For tests: who was charged, what each payment bought, and what the journal said about it at any moment. */
import type { Journal } from '../journal/journal.ts';
import type { PaymentSummary } from '../journal/payment-row.ts';
import type { SoakWorld } from './soak-world.ts';
import type { SoakNotes, Word } from './soak-words.ts';

export interface SoakFigures {
  readonly orders: number;
  readonly signatures: number;
  readonly charges: number;
  readonly delivered: number;
  /** Paid and not delivered, or several cards to choose from: the row says so. */
  readonly reported: number;
  readonly notCharged: number;
  readonly resent: number;
  /** A word that was wrong for a while, and was taken back loudly: each with what it said. */
  readonly corrected: readonly string[];
  /** Broken promises of product.md §5, each with its seed and order. */
  readonly wrong: readonly string[];
}

export const noFigures = (): SoakFigures => ({
  orders: 0,
  signatures: 0,
  charges: 0,
  delivered: 0,
  reported: 0,
  notCharged: 0,
  resent: 0,
  corrected: [],
  wrong: [],
});

interface Batch {
  readonly seed: number;
  readonly world: SoakWorld;
  readonly journal: Journal;
  readonly notes: SoakNotes;
  readonly orders: number;
}

/** The truth about one order. */
interface Truth {
  readonly charged: boolean;
  /** Undefined where the world cannot tell. */
  readonly card: string | null | undefined;
}

/** Adds one batch. */
export async function countSoak(batch: Batch, before: SoakFigures): Promise<SoakFigures> {
  const { seed, world, journal, notes, orders } = batch;
  const wrong: string[] = [];
  const corrected: string[] = [];
  const found = (list: string[], id: string, what: string): void =>
    void list.push(`seed ${seed}, ${id}: ${what} [${(notes.stories.get(id) ?? []).join('; ')}]`);

  const truths = new Map<string, Truth>();
  for (const [id, payments] of notes.signed) {
    if (payments.length !== 1) found(wrong, id, `was signed ${payments.length} times`);
    for (const payment of payments) {
      const chain = world.chains.find(({ network }) => network === payment.network);
      const charged = (await chain?.paid(payment.nonce)) ?? false;
      truths.set(id, { charged, card: world.brought(payment) });
    }
  }
  const rows = (await journal.list()).flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const id of new Set([...notes.words.map((word) => word.id), ...truths.keys()]))
    if (!byId.has(id)) found(wrong, id, 'its record is lost');

  const cards = new Set(world.cardIds());
  const given = new Set<string>();
  for (const row of rows) {
    const truth = truths.get(row.id) ?? { charged: false, card: null };
    for (const what of wrongAtTheEnd(row, truth)) found(wrong, row.id, what);
    if (row.state === 'delivered' && row.cardId !== null) {
      if (!cards.has(row.cardId)) found(wrong, row.id, `its card ${row.cardId} is in no list`);
      if (given.has(row.cardId)) found(wrong, row.id, `its card ${row.cardId} is another row’s too`);
      given.add(row.cardId);
    }
    for (const word of falseWords(row, truth, notes.words))
      found(
        isLoud(row) ? corrected : wrong,
        row.id,
        `said ${word}, and is “${row.state}” (${row.reason ?? ''})`,
      );
  }
  const charges = [...truths.values()].filter(({ charged }) => charged).length;
  const count = (state: PaymentSummary['state']): number => rows.filter((row) => row.state === state).length;
  const delivered = count('delivered');
  const reported = count('paid-not-delivered');
  if (charges !== delivered + reported)
    wrong.push(`seed ${seed}: ${charges} charges are not ${delivered} delivered + ${reported} reported`);
  return {
    orders: before.orders + orders,
    signatures: before.signatures + [...notes.signed.values()].flat().length,
    charges: before.charges + charges,
    delivered: before.delivered + delivered,
    reported: before.reported + reported,
    notCharged: before.notCharged + count('not-charged'),
    resent: before.resent + rows.filter(({ sends }) => sends > 1).length,
    corrected: [...before.corrected, ...corrected],
    wrong: [...before.wrong, ...wrong],
  };
}

function wrongAtTheEnd(row: PaymentSummary, { charged, card }: Truth): string[] {
  const said = `is “${row.state}” (${row.reason ?? ''}) and was ${charged ? '' : 'not '}charged`;
  if (row.state === 'not-charged') return charged ? [said] : [];
  if (row.state !== 'delivered')
    return row.state === 'paid-not-delivered' && charged && row.reason !== null ? [] : [said];
  if (!charged) return [said];
  if (row.cardId === null) return ['is “delivered” without its card'];
  return card === undefined || card === row.cardId
    ? []
    : [`is “delivered” with ${row.cardId}, and bought ${card ?? 'no card'}`];
}

/** What stood on the row for a while and was not true, and does not stand there any more. */
function falseWords(row: PaymentSummary, { charged, card }: Truth, words: readonly Word[]): Set<string> {
  const earlier = words.filter(({ id, state }) => id === row.id && state !== row.state);
  return new Set(
    earlier.flatMap((word) => {
      if (word.state === 'not-charged') return charged ? [`“not charged” (${word.reason ?? ''})`] : [];
      if (word.state === 'paid-not-delivered') return charged ? [] : [`“paid” (${word.reason ?? ''})`];
      if (word.state !== 'delivered') return [];
      const own = charged && (card === undefined || card === word.cardId);
      return own ? [] : [`“delivered” with ${word.cardId ?? 'no card'}`];
    }),
  );
}

/** A correction says what it corrects: the row keeps which word was taken back, and a person is called to it. */
const isLoud = (row: PaymentSummary): boolean =>
  Boolean(Object(row).corrected) && row.reason !== null && row.dismissed === null;
