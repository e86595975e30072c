/** For tests: every word that stood on a row at any moment, and what was signed. */
import type { Journal } from '../journal/journal.ts';
import type { PaymentRow } from '../journal/payment-row.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';

export type Word = Pick<PaymentRow, 'id' | 'state' | 'reason' | 'cardId'>;

export interface SoakNotes {
  /** In their order. */
  readonly words: readonly Word[];
  readonly signed: ReadonlyMap<string, readonly SignedPayment[]>;
  /** What happened to an order: its faults, for a report. */
  readonly stories: ReadonlyMap<string, readonly string[]>;
}

export function noteSoak(journal: Journal) {
  const words: Word[] = [];
  const signed = new Map<string, SignedPayment[]>();
  const stories = new Map<string, string[]>();
  const watched: Journal = {
    ...journal,
    commit: async (row) => {
      await journal.commit(row);
      words.push({ id: row.id, state: row.state, reason: row.reason, cardId: row.cardId });
    },
  };
  const add = <T>(map: Map<string, T[]>, id: string, value: T): void =>
    void map.set(id, [...(map.get(id) ?? []), value]);
  return {
    journal: watched,
    words,
    signed,
    stories,
    isSigned: (id: string, payment: SignedPayment) => add(signed, id, payment),
    happened: (id: string, what: string) => add(stories, id, what),
  };
}
