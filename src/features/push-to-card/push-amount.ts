import { formatCentsPlain } from '#domain/money.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import { PUSH_MAX_CENTS, PUSH_MIN_CENTS, type PushCurrency } from '#laso/get-push-to-card.ts';

/** What was typed: cents within Laso's limits, or the sentence that says why not. Checked before any request. */
type PushAmount = { cents: number; problem: null } | { cents: null; problem: string };

const WORDS: Record<PushCurrency, string> = { USD: 'dollars', EUR: 'euros', GBP: 'pounds' };

export function readPushAmount(text: string, currency: PushCurrency = 'USD'): PushAmount {
  const { units: cents, problem } = readTypedAmount(text, {
    currency,
    otherwise: `Enter an amount in ${WORDS[currency]}, such as 100 or 99.50.`,
  });
  const refused = (why: string): PushAmount => ({ cents: null, problem: why });
  if (cents === null) return refused(problem);
  if (cents < PUSH_MIN_CENTS)
    return refused(`A transfer is at least ${formatCentsPlain(PUSH_MIN_CENTS)} ${currency}.`);
  if (cents > PUSH_MAX_CENTS)
    return refused(`A transfer is at most ${formatCentsPlain(PUSH_MAX_CENTS)} ${currency}.`);
  return { cents, problem: null };
}
