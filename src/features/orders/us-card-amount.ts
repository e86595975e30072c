import { formatUsd, parseCents } from '#domain/money.ts';
import { US_CARD_MAX_CENTS, US_CARD_MIN_CENTS } from '#laso/get-card.ts';
import type { AmountInput } from './amount-form.tsx';

/** What was typed into the amount of a U.S. card: cents within Laso's limits, or the sentence that says why not. */
export function readUsCardAmount(text: string): AmountInput {
  const cents = parseCents(text.trim().replace(/^\$/, ''));
  if (cents === null) return { cents: null, problem: 'Enter an amount in dollars, such as 50 or 49.95.' };
  if (cents < US_CARD_MIN_CENTS)
    return { cents: null, problem: `A U.S. card holds at least ${formatUsd(US_CARD_MIN_CENTS)}.` };
  if (cents > US_CARD_MAX_CENTS)
    return { cents: null, problem: `A U.S. card holds at most ${formatUsd(US_CARD_MAX_CENTS)}.` };
  return { cents, problem: null };
}
