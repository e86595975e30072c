import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Card } from '#domain/card.ts';
import { dayOf } from '#domain/day.ts';
import { periodBefore, spendIn } from '#domain/period.ts';
import { periodTotals } from '#domain/period-totals.ts';
import { spentOnCard } from '#domain/spend.ts';
import { useNow } from '#ui/use-now.ts';
import { DEFAULT_PERIOD, isPeriodChoice, periodOf, type PeriodChoice } from './period-choice.ts';

/** The period in the address (`?period=7|30|90|all`), what was spent in it and in the one before. */
export function usePeriodSpend(cards: readonly Card[]) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('period');
  const choice = isPeriodChoice(asked) ? asked : DEFAULT_PERIOD;
  const today = dayOf(useNow(60_000));
  const figures = useMemo(() => {
    const period = periodOf(choice, cards, today);
    const earlier = periodBefore(period);
    const spend = spendIn(cards, period);
    const now = periodTotals(cards, spend, period);
    if (choice !== 'all')
      return { period, earlier, spend, now, before: periodTotals(cards, spendIn(cards, earlier), earlier) };
    // "So far" is everything, dated or not.
    const spentCents = cards.reduce((sum, card) => sum + spentOnCard(card), 0);
    return { period, earlier: null, spend, now: { ...now, spentCents }, before: null };
  }, [choice, cards, today]);
  const choose = (wanted: PeriodChoice) =>
    setParams(
      (known) => {
        known.set('period', wanted);
        return known;
      },
      { replace: true, preventScrollReset: true },
    );
  return { choice, choose, ...figures };
}

export type PeriodSpend = ReturnType<typeof usePeriodSpend>;
