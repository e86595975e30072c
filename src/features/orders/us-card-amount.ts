import { formatUsd } from '#domain/money.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import { US_CARD_MAX_CENTS, US_CARD_MIN_CENTS } from '#laso/get-card.ts';
import type { AmountInput } from './amount-form.tsx';

/** What was typed into the amount of a U.S. card: cents within Laso's limits, or the sentence that says why not. */
export function readUsCardAmount(text: string): AmountInput {
  const { units: cents, problem } = readTypedAmount(text, {
    otherwise: 'Enter an amount in dollars, such as 50 or 49.95.',
  });
  if (cents === null) return { cents, problem };
  if (cents < US_CARD_MIN_CENTS)
    return { cents: null, problem: `A U.S. card holds at least ${formatUsd(US_CARD_MIN_CENTS)}.` };
  if (cents > US_CARD_MAX_CENTS)
    return { cents: null, problem: `A U.S. card holds at most ${formatUsd(US_CARD_MAX_CENTS)}.` };
  return { cents, problem: null };
}
