/**
 * The books of an export (product.md §9). The same dollar appears in several of them (paid from the wallet,
 * then spent with the card), so their amounts are never added up together. `wallet`: USDC that the owner paid
 * Laso. `card`: what merchants took from cards and gave back. `balance`: what the account held at Laso gained
 * and lost.
 */
export type Book = 'wallet' | 'card' | 'balance';

/** What a line of the activity feed is to bookkeeping. */
export interface BookEntry {
  book: Book;
  /** Laso's id of the card it belongs to. */
  cardId: string | null;
  /**
   * Millionths of `currency`, negative for what left the book; null where no money moved, or the amount is
   * unknown.
   */
  amountMicros: bigint | null;
  /** The part of `amountMicros` that is a fee, never negative; null where there is none, or it is unknown. */
  feeMicros: bigint | null;
  currency: 'USD' | 'USDC';
  /** Hash or signature on the chain, whole. */
  transaction: string | null;
}

interface Paid {
  /** USDC that left the wallet; null where none did, or nothing says how much. */
  paidAtomic: bigint | null;
  /** What it bought, in millionths of a dollar: the rest is the fee. */
  faceMicros?: bigint | null;
  cardId?: string | null;
  transaction?: string | null;
}

/** A payment from the owner's wallet. */
export function paidEntry({
  paidAtomic,
  faceMicros = null,
  cardId = null,
  transaction = null,
}: Paid): BookEntry {
  const fee = paidAtomic !== null && faceMicros !== null ? paidAtomic - faceMicros : 0n;
  return {
    book: 'wallet',
    cardId,
    amountMicros: paidAtomic === null ? null : -paidAtomic,
    feeMicros: fee > 0n ? fee : null,
    currency: 'USDC',
    transaction,
  };
}

/** Dollars that came to a card or the balance, or with a minus left it. */
export const dollarEntry = (
  book: 'card' | 'balance',
  cents: number | null,
  more: Partial<Pick<BookEntry, 'cardId' | 'feeMicros' | 'transaction'>> = {},
): BookEntry => ({
  book,
  cardId: null,
  amountMicros: cents === null ? null : microsOfCents(cents),
  feeMicros: null,
  currency: 'USD',
  transaction: null,
  ...more,
});

export const microsOfCents = (cents: number): bigint => BigInt(cents) * 10_000n;
