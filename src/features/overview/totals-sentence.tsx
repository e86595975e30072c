import { linesCount, type CardTotals } from '#domain/spend.ts';
import { Money } from '#ui/money.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { PeriodChoice } from './period-choice.ts';

interface TotalsSentenceProps {
  totals: CardTotals;
  /** Cards of any status. */
  ordered: number;
  choice: PeriodChoice;
  /** In the chosen period, and in the one before; the latter null for "all". */
  spentCents: number;
  beforeCents: number | null;
  /** How many agents are on screen. */
  agents: number;
  /** What is not in the totals because it could not be read: "the international cards". */
  missing: readonly string[];
  /** What Laso's lists give of what there is: "only the first 20 of 57 U.S. cards". The sums are at least what they say then. */
  listedOnly: readonly string[];
}

/** The answer in one sentence: what was spent, whether that is more than before, what is left, on how many cards. */
export function TotalsSentence(props: TotalsSentenceProps) {
  const { totals, ordered, choice, spentCents, agents, missing, listedOnly } = props;
  const isPartial = listedOnly.length > 0;
  const unread = totals.unreadLines;
  const notCounted = unread > 0 ? [...missing, `${linesCount(unread)} of cards`] : missing;
  const isWhole = notCounted.length === 0 && !isPartial;
  if (ordered === 0 && isWhole)
    return (
      <p className="max-w-prose text-lg text-balance">
        {agents > 1
          ? 'No card has been bought with these accounts yet.'
          : 'No card has been bought with this account yet.'}
      </p>
    );
  if (ordered > 0 && ordered === totals.cardsAwaited && isWhole)
    return (
      <p className="max-w-prose text-lg text-balance">
        {`${agents > 1 ? `Your ${agents} agents` : 'Your agent'} ordered ${count(ordered, 'card')} and spent nothing yet: `}
        {ordered === 1 ? 'it is not ready.' : 'none is ready.'}
      </p>
    );
  return (
    <p className="max-w-prose text-lg text-balance">
      {agents > 1 ? `Your ${agents} agents spent ` : 'Your agent spent '}
      {isPartial && 'at least '}
      <Money cents={spentCents} className="font-semibold" />
      {choice === 'all' ? ' so far' : ` in the last ${choice} days`}
      {/* What is not listed or was not read may be older: then the days before are the ones that lack it. */}
      {!isPartial && unread === 0 && <Compared {...props} />}. {isPartial && 'At least '}
      <Money cents={totals.leftCents} className="font-semibold" /> is left on{' '}
      {count(totals.cardsWithBalance, 'card')}.
      {notCounted.length > 0 && (
        <span className="text-muted">{` Not counting ${notCounted.join(' and ')}, which could not be read.`}</span>
      )}
      {isPartial && <span className="text-muted">{` Laso’s list gives ${listedOnly.join(' and ')}.`}</span>}
    </p>
  );
}

function Compared({
  spentCents,
  beforeCents,
  choice,
}: Pick<TotalsSentenceProps, 'spentCents' | 'beforeCents' | 'choice'>) {
  if (beforeCents === null || (beforeCents === 0 && spentCents === 0)) return null;
  if (beforeCents === spentCents) return `, the same as in the ${choice} days before`;
  return (
    <>
      {', '}
      <Money cents={Math.abs(spentCents - beforeCents)} />
      {spentCents > beforeCents ? ' more' : ' less'}
      {` than in the ${choice} days before`}
    </>
  );
}

/** 1 → "1 card", 4 → "4 cards". */
export const count = (amount: number, noun: string): string => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

export const TotalsSentenceSkeleton = () => <Skeleton className="h-14 w-full max-w-150" />;
