import type { Card } from './card.ts';
import { isUse, spentCentsOf } from './transaction.ts';

/** The figures of the overview, in cents (product.md §2). */
export interface CardTotals {
  /** Face value of issued cards that were not refunded. */
  loadedCents: number;
  /** What these cards still hold, as far as Laso says. */
  leftCents: number;
  /** Debits − credits over all cards, refunded ones too: that money was spent. */
  spentCents: number;
  /**
   * loaded − left − spent, the three figures above as they are. Zero when everything adds up; can be
   * negative.
   */
  unexplainedCents: number;
  /**
   * Of `spentCents`, what was spent with cards that are not in `loadedCents`, such as refunded ones: it
   * lowers `unexplainedCents`.
   */
  spentElsewhereCents: number;
  /** Cards in `loadedCents`. */
  cardCount: number;
  /** Of these, how many hold more than nothing. */
  cardsWithBalance: number;
  /**
   * Of these, how many have no known balance: `leftCents` may be too low by what they hold, and
   * `unexplainedCents` too high.
   */
  cardsWithoutBalance: number;
  /** Of these, how many have no known face value: it is not in `loadedCents`. */
  cardsWithoutAmount: number;
  /** Ordered, and not issued yet. */
  cardsAwaited: number;
  /**
   * Lines of all cards that could not be read: `spentCents` lacks them, and `unexplainedCents` may be what
   * they come to.
   */
  unreadLines: number;
}

export function totalsOf(cards: readonly Card[]): CardTotals {
  const loaded = cards.filter(countsAsLoaded);
  const loadedCents = sum(loaded, (card) => card.usdAmountCents ?? 0);
  const leftCents = sum(loaded, (card) => card.availableCents ?? 0);
  const spentCents = sum(cards, spentOnCard);
  return {
    loadedCents,
    leftCents,
    spentCents,
    unexplainedCents: loadedCents - leftCents - spentCents,
    spentElsewhereCents: spentCents - sum(loaded, spentOnCard),
    cardCount: loaded.length,
    cardsWithBalance: loaded.filter((card) => (card.availableCents ?? 0) > 0).length,
    cardsWithoutBalance: loaded.filter((card) => card.availableCents === null).length,
    cardsWithoutAmount: loaded.filter((card) => card.usdAmountCents === null).length,
    unreadLines: unreadLinesOf(cards),
    cardsAwaited: cards.filter(({ status }) => status === 'pending' || status === 'queued').length,
  };
}

export const unreadLinesOf = (cards: readonly Pick<Card, 'unreadLines'>[]): number =>
  sum(cards, ({ unreadLines }) => unreadLines.length);

/** 1 → "1 line", 2 → "2 lines". */
export const linesCount = (count: number): string => `${count} ${count === 1 ? 'line' : 'lines'}`;

/**
 * Whether anything was bought with a card, or may have been: a line that could not be read counts as a sign
 * of it.
 */
export const mayBeUsed = ({
  transactions,
  unreadLines,
}: Pick<Card, 'transactions' | 'unreadLines'>): boolean => unreadLines.length > 0 || transactions.some(isUse);

/**
 * Lists are summed at every key press, and the total of one card's lines never changes: a card that is read
 * again has new lines.
 */
const spentOfLines = new WeakMap<Card['transactions'], number>();

/** Debits − credits of one card, in cents. */
export function spentOnCard({ transactions }: Pick<Card, 'transactions'>): number {
  const spent = spentOfLines.get(transactions) ?? sum(transactions, spentCentsOf);
  spentOfLines.set(transactions, spent);
  return spent;
}

/**
 * Whether money went onto this card and has not come back. A status we do not know counts once the card shows
 * signs of having been issued.
 */
export function countsAsLoaded(card: Card): boolean {
  switch (card.status) {
    case 'pending':
    case 'queued':
    case 'refunded':
      return false;
    case 'unknown':
      return card.last4 !== null || card.availableCents !== null || hasLines(card);
    default:
      return true;
  }
}

/** Lines, also of the load and unread ones, are a sign that the card was issued. */
export const hasLines = ({ transactions, unreadLines }: Card): boolean =>
  transactions.length > 0 || unreadLines.length > 0;

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
