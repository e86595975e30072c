import type { Card } from './card.ts';
import { centsToUsdcAtomic } from './money.ts';

/** A USDC transfer from an account's address to one of Laso's, as the chain tells it. */
export interface ChainTransfer {
  /** The transaction's hash; one transaction can hold several transfers, which `logIndex` distinguishes. */
  readonly transaction: string;
  readonly logIndex: number;
  readonly blockNumber: number;
  /** Chain time, ms. */
  readonly atMs: number;
  readonly amountAtomic: bigint;
  readonly payTo: string;
}

/** Something known that was paid for: what a transfer can be matched to. */
export interface Purchase {
  /** "card card_7", "payment 3f…": unique among purchases. */
  readonly id: string;
  readonly cardId: string | null;
  /** A payment of this browser. */
  readonly paymentId: string | null;
  /** When it was ordered, ms; null where Laso does not tell. */
  readonly atMs: number | null;
  /**
   * What was paid for it: exactly, or within a cent where the price has three decimals. Atomic USDC, both
   * included.
   */
  readonly minAtomic: bigint;
  readonly maxAtomic: bigint;
  /** Its transaction, where this browser knows it. */
  readonly transaction: string | null;
}

/**
 * What matching needs of a payment made in this browser, of any product. Only those that were sent: anything
 * else moved no money.
 */
export interface SentPayment {
  readonly id: string;
  readonly amountAtomic: bigint;
  readonly sentAtMs: number | null;
  readonly transaction: string | null;
  readonly cardId: string | null;
}

const CENT = centsToUsdcAtomic(1);

/**
 * What a card cost (laso-api.md §3): a U.S. card its amount; an international one what Laso says it charged,
 * else the amount with 3.8 %. Those prices can have three decimals where Laso's figures have two, so a cent
 * either way is the same price. Null without an amount.
 */
export function priceOf(card: Pick<Card, 'type' | 'usdAmountCents' | 'chargedCents'>): {
  minAtomic: bigint;
  maxAtomic: bigint;
} | null {
  const { type, usdAmountCents: face, chargedCents: charged } = card;
  if (type !== 'intl') {
    const cents = charged ?? face;
    return cents === null
      ? null
      : { minAtomic: centsToUsdcAtomic(cents), maxAtomic: centsToUsdcAtomic(cents) };
  }
  if (charged === null && face === null) return null;
  const atomic =
    charged === null ? (centsToUsdcAtomic(face ?? 0) * 1_038n) / 1_000n : centsToUsdcAtomic(charged);
  return { minAtomic: atomic - CENT, maxAtomic: atomic + CENT };
}

/**
 * Every card and every sent payment once: a payment with its card in the list is that card, with a
 * transaction.
 */
export function purchasesOf(cards: readonly Card[], payments: readonly SentPayment[]): Purchase[] {
  const known = new Map<string, Card>();
  for (const card of cards) for (const id of [card.id, card.queuedOrderCardId]) if (id) known.set(id, card);
  const paidHere = new Set<Card>();
  const here = payments.map((payment): Purchase => {
    const card = payment.cardId === null ? undefined : known.get(payment.cardId);
    if (card) paidHere.add(card);
    return {
      id: `payment ${payment.id}`,
      cardId: card?.id ?? payment.cardId,
      paymentId: payment.id,
      atMs: payment.sentAtMs ?? card?.orderedAtMs ?? null,
      minAtomic: payment.amountAtomic,
      maxAtomic: payment.amountAtomic,
      transaction: payment.transaction,
    };
  });
  const others = cards.flatMap((card): Purchase[] => {
    const price = paidHere.has(card) ? null : priceOf(card);
    const { id, orderedAtMs: atMs } = card;
    return price
      ? [{ id: `card ${id}`, cardId: id, paymentId: null, atMs, ...price, transaction: null }]
      : [];
  });
  return [...here, ...others];
}
