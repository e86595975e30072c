import { formatUsd } from '#domain/money.ts';
import type { Switches } from '../payment/switches.ts';
import type { StoredCard, StoredTransaction, UsCard } from './stored-card.ts';

const usd = (cents: number): number => cents / 100;

/** The lines of one card, as the edition of `cardLines` writes them (laso-api.md §4.3). */
export function linesToWire(card: StoredCard, edition: Switches['cardLines']): unknown[] {
  const raw = card.told?.lines ?? [];
  if (card.type === 'intl') return [...raw, ...card.transactions.map(intlLine)];
  switch (edition) {
    case 'numbers':
      return [...raw, ...card.transactions.map(numberLine)];
    // Newest first, as production lists them.
    case 'text':
      return [...raw, ...[...card.transactions, loadOf(card)].map(textLine)];
    // The published example with a load line is in the other order.
    case 'numbers-with-load':
      return [...raw, ...[...card.transactions, loadOf(card)].map(numberLine)].toReversed();
  }
}

/** The international shape has no is_credit: money that came back is a negative amount. */
const intlLine = (one: StoredTransaction) => ({
  amount: usd(one.direction === 'credit' ? -one.amountCents : one.amountCents),
  date: one.at,
  merchant: one.description,
  status: one.status,
});

const numberLine = (one: StoredTransaction) => ({
  amount: usd(one.amountCents),
  date: one.written === 'day' ? utcDay(one.at) : new Date(one.at).toISOString(),
  description: one.description,
  is_credit: one.direction === 'credit',
});

const textLine = (one: StoredTransaction) => ({
  amount: formatUsd(one.amountCents),
  date: easternTime(one.at),
  description: one.description,
  is_credit: one.direction === 'credit',
});

/** The load of the card as a line. It is not stored, because only some editions write it. */
const loadOf = (card: UsCard): StoredTransaction => ({
  amountCents: card.usdAmountCents,
  direction: 'credit',
  description: `wegiftusd - ${loadNumber(card)}`,
  at: card.readyAt,
  written: 'instant',
  status: null,
});

/** Eleven digits, the same for a card on every read, and not part of its number. */
const loadNumber = ({ orderedAt, usdAmountCents }: UsCard): string =>
  String(70_000_000_000 + ((orderedAt * 31 + usdAmountCents * 7_919) % 10_000_000_000));

const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  year: '2-digit',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** "11/4/26, 9:12 AM"; some lines have the narrow space before AM and PM that newer servers write. */
function easternTime(at: number): string {
  const narrow = Math.floor(at / 60_000) % 3 === 0;
  return EASTERN.format(at).replace(/[\s\u202f]([AP]M)$/, narrow ? '\u202f$1' : ' $1');
}
