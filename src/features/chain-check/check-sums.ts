import type { ChainTransfer } from '#domain/chain-purchase.ts';
import type { Match, MatchResult } from '#domain/match-transfers.ts';

export interface PaymentSum {
  readonly count: number;
  /** Atomic USDC. */
  readonly atomic: bigint;
}

export interface CheckSums {
  readonly all: PaymentSum;
  readonly matched: PaymentSum;
  readonly unmatched: PaymentSum;
  /** Of the matched: cards, other orders paid in this browser, sign-ins; together all of them. */
  readonly cards: PaymentSum;
  readonly otherOrders: PaymentSum;
  readonly signIns: PaymentSum;
}

export function sumsOf({ matched, unmatched }: Pick<MatchResult, 'matched' | 'unmatched'>): CheckSums {
  const signIns = matched.filter(({ by }) => by === 'sign-in');
  const cards = matched.filter((match) => match.by !== 'sign-in' && match.purchase.cardId !== null);
  const otherOrders = matched.filter((match) => match.by !== 'sign-in' && match.purchase.cardId === null);
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
