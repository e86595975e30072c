import type { AlertKind } from '#domain/alerts/alert-rules.ts';

interface RuleWords {
  label: string;
  hint: string;
  /** The name of the amount's field; null for a rule without one. */
  amount: string | null;
}

export const RULE_WORDS: Record<AlertKind, RuleWords> = {
  order: {
    label: 'One order above',
    hint: 'A card is ordered for more than this.',
    amount: 'One order above, in dollars',
  },
  day: {
    label: 'Spent in a day above',
    hint: 'An account’s cards spend more than this in one day of your time zone.',
    amount: 'Spent in a day above, in dollars',
  },
  'merchant-day': {
    label: 'Spent at one merchant in a day above',
    hint: 'The same, for each merchant separately.',
    amount: 'Spent at one merchant in a day above, in dollars',
  },
  'low-balance': {
    label: 'Left below',
    hint: 'Laso balance and what is left on cards together.',
    amount: 'Left below, in dollars',
  },
  'card-ready': {
    label: 'A card is ready',
    hint: 'A pending card can now be used. A tab in the background shows this in its title either way.',
    amount: null,
  },
  payment: {
    label: 'A payment needs attention',
    hint: 'It was made in this browser, and it is not settled yet or nothing was delivered.',
    amount: null,
  },
};
