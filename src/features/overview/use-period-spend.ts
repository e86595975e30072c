import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Card } from '#domain/card.ts';
import { dayOf } from '#domain/day.ts';
import { periodBefore, spendIn, undatedSpend } from '#domain/period.ts';
import { periodTotals, totalsSoFar } from '#domain/period-totals.ts';
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
    const undated = undatedSpend(cards);
    if (choice === 'all') return { period, spend, undated, now: totalsSoFar(cards), before: null };
    const now = periodTotals(cards, spend, period);
    const before = periodTotals(cards, spendIn(cards, earlier), earlier);
    return { period, spend, undated, now, before };
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
