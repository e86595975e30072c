import type { CardTotals } from '#domain/spend.ts';
import { Money } from '#ui/money.tsx';
import { Skeleton } from '#ui/skeleton.tsx';

interface TotalsSentenceProps {
  totals: CardTotals;
  /** What is not in the totals because it could not be read: "the international cards". */
  missing: readonly string[];
}

/** The answer in one sentence: what was spent, what is left, on how many cards. */
export function TotalsSentence({ totals, missing }: TotalsSentenceProps) {
  if (totals.cardCount === 0 && missing.length === 0)
    return <p className="max-w-prose text-lg text-balance">Nothing has been bought with this account yet.</p>;
  return (
    <p className="max-w-prose text-lg text-balance">
      Your agent spent <Money cents={totals.spentCents} className="font-semibold" /> so far.{' '}
      <Money cents={totals.leftCents} className="font-semibold" /> is left on{' '}
      {count(totals.cardsWithBalance, 'card')}.
      {missing.length > 0 && <span className="text-muted">{` Without ${missing.join(' and ')}.`}</span>}
    </p>
  );
}

/** 1 → "1 card", 4 → "4 cards". */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

export const TotalsSentenceSkeleton = () => <Skeleton className="h-7 w-full max-w-110" />;
