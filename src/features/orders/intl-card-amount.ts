import { formatUsd, parseCents } from '#domain/money.ts';
import { INTL_CARD_MAX_CENTS, INTL_CARD_MIN_CENTS } from '#laso/order-intl-card.ts';
import type { AmountInput } from './amount-form.tsx';

/** What was typed into the amount of an international card: whole dollars within Laso's limits, or the sentence that says why not. */
export function readIntlCardAmount(text: string): AmountInput {
  const cents = parseCents(text.trim().replace(/^\$/, ''));
  const refused = (problem: string): AmountInput => ({ cents: null, problem });
  if (cents === null) return refused('Enter an amount in whole dollars, such as 250.');
  if (cents < INTL_CARD_MIN_CENTS)
    return refused(`An international card holds at least ${formatUsd(INTL_CARD_MIN_CENTS)}.`);
  if (cents > INTL_CARD_MAX_CENTS)
    return refused(`An international card holds at most ${formatUsd(INTL_CARD_MAX_CENTS)}.`);
  if (cents % 100 !== 0)
    return refused('International cards are made for whole dollars only. Leave off the cents.');
  return { cents, problem: null };
}
