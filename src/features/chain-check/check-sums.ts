import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { SIGN_IN_ATOMIC, type Match, type MatchResult } from '#domain/match-transfers.ts';

export interface PaymentSum {
  readonly count: number;
  /** Atomic USDC. */
  readonly atomic: bigint;
}

interface CheckSums {
  readonly all: PaymentSum;
  readonly matched: PaymentSum;
  readonly unmatched: PaymentSum;
  /** Of the matched: cards, other orders paid in this browser, sign-ins; together all of them. */
  readonly cards: PaymentSum;
  readonly otherOrders: PaymentSum;
  readonly signIns: PaymentSum;
}

export function sumsOf({ matched, unmatched }: Pick<MatchResult, 'matched' | 'unmatched'>): CheckSums {
  const cards = matched.filter((match) => match.by !== 'sign-in' && match.purchase.cardId !== null);
  const cardMatches = new Set(cards);
  const others = matched.filter((match) => !cardMatches.has(match));
  // One that was paid in this browser is in its records, and is a sign-in all the same.
  const signIns = others.filter(({ transfer }) => transfer.amountAtomic === SIGN_IN_ATOMIC);
  const otherOrders = others.filter(({ transfer }) => transfer.amountAtomic !== SIGN_IN_ATOMIC);
  return {
    all: sum([...matched.map(transferOf), ...unmatched]),
    matched: sum(matched.map(transferOf)),
    unmatched: sum(unmatched),
    cards: sum(cards.map(transferOf)),
    otherOrders: sum(otherOrders.map(transferOf)),
    signIns: sum(signIns.map(transferOf)),
  };
}

const transferOf = ({ transfer }: Match): ChainTransfer => transfer;

const sum = (transfers: readonly ChainTransfer[]): PaymentSum => ({
  count: transfers.length,
  atomic: transfers.reduce((total, { amountAtomic }) => total + amountAtomic, 0n),
});

/** 1 → "1 payment", 4 → "4 payments". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
