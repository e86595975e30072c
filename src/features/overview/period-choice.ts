import type { Card } from '#domain/card.ts';
import type { Day } from '#domain/day.ts';
import { lastDays, newestDay, type Period } from '#domain/period.ts';
import { wholePeriod } from '#domain/period-totals.ts';

export const PERIOD_CHOICES = ['7', '30', '90', 'all'] as const;
export type PeriodChoice = (typeof PERIOD_CHOICES)[number];

export const DEFAULT_PERIOD: PeriodChoice = '30';

export const isPeriodChoice = (text: string | null): text is PeriodChoice =>
  PERIOD_CHOICES.some((choice) => choice === text);

export const choiceLabel = (choice: PeriodChoice): string => (choice === 'all' ? 'All' : `${choice} days`);

export const periodOf = (choice: PeriodChoice, cards: readonly Card[], today: Day): Period =>
  choice === 'all' ? wholePeriod(cards, today) : lastDays(newestDay(cards, today), Number(choice));
