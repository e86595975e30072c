import { formatUsd } from '#domain/money.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import { MIN_WITHDRAWAL_CENTS } from '#laso/withdraw.ts';

type WithdrawalAmount = { cents: number; problem: null } | { cents: null; problem: string };

/** What was typed: cents from the minimum up to the balance, or the sentence that says why not. Nothing is ever rounded. */
export function readWithdrawalAmount(text: string, balanceCents: number): WithdrawalAmount {
  const { units: cents, problem } = readTypedAmount(text, {
    otherwise: 'Enter an amount in dollars and cents, such as 50 or 49.95.',
  });
  if (cents === null) return { cents, problem };
  if (cents < MIN_WITHDRAWAL_CENTS)
    return { cents: null, problem: `The least that can be withdrawn is ${formatUsd(MIN_WITHDRAWAL_CENTS)}.` };
  if (cents > balanceCents)
    return { cents: null, problem: `That is more than the balance, ${formatUsd(balanceCents)}.` };
  return { cents, problem: null };
}
