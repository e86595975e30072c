import { formatUsd } from '#domain/money.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import { INTL_CARD_MAX_CENTS, INTL_CARD_MIN_CENTS } from '#laso/order-intl-card.ts';
import type { AmountInput } from './amount-form.tsx';

/** What was typed into the amount of an international card: whole dollars within Laso's limits, or the sentence that says why not. */
export function readIntlCardAmount(text: string): AmountInput {
  const { units: cents, problem } = readTypedAmount(text, {
    otherwise: 'Enter an amount in whole dollars, such as 250.',
  });
  const refused = (why: string): AmountInput => ({ cents: null, problem: why });
  if (cents === null) return refused(problem);
  if (cents < INTL_CARD_MIN_CENTS)
    return refused(`An international card holds at least ${formatUsd(INTL_CARD_MIN_CENTS)}.`);
  if (cents > INTL_CARD_MAX_CENTS)
    return refused(`An international card holds at most ${formatUsd(INTL_CARD_MAX_CENTS)}.`);
  if (cents % 100 !== 0)
    return refused('International cards are made for whole dollars only. Leave off the cents.');
  return { cents, problem: null };
}
