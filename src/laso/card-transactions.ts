import * as z from 'zod/mini';
import { isDay, type Day, type When } from '#domain/day.ts';
import type { Transaction } from '#domain/transaction.ts';
import { readMs, wireCents, wireFlag, wireText } from './wire.ts';

/** Both shapes at once: U.S. `{amount, date, description, is_credit}`, international `{amount, date, merchant, status}`. */
const transactionSchema = z.object({
  amount: wireCents,
  date: z.pipe(z.optional(z.unknown()), z.transform(readWhen)),
  description: wireText,
  merchant: wireText,
  is_credit: wireFlag,
  status: wireText,
});

/** Lines in the order they came. One without a readable amount is left out. */
export function readTransactions(lines: readonly unknown[], cardId: string): Transaction[] {
  const seen = new Map<string, number>();
  return lines.flatMap((line) => {
    const parsed = z.safeParse(transactionSchema, line);
    const transaction = parsed.success ? transactionOf(parsed.data) : null;
    if (!transaction) return [];
    const identity = [
      cardId,
      whenText(transaction.when),
      transaction.kind,
      transaction.amountCents,
      transaction.description,
    ].join('|');
    // Two equal lines are two purchases; either may be the first.
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return [{ key: `${identity}#${count}`, ...transaction }];
  });
}

function transactionOf(line: z.infer<typeof transactionSchema>): Omit<Transaction, 'key'> | null {
  if (line.amount === null) return null;
  // The flag decides where there is one; without it a negative amount is money coming back.
  const credit = line.is_credit ?? line.amount < 0;
  return {
    amountCents: Math.abs(line.amount),
    kind: credit ? 'refund' : 'purchase',
    description: line.description ?? line.merchant ?? 'No description',
    when: line.date,
    status: line.status,
  };
}

const LEADING_DAY = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00(:00(\.0+)?)?(Z|\+00:?00)$/i;
const AMERICAN_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|,)/;

/**
 * A plain day stays that day in every time zone. So does midnight UTC, which is how servers write a plain day as a date-time, and a date-time
 * that names no zone. A day that cannot be meant (`readMs`) is none.
 */
export function readWhen(value: unknown): When | null {
  const text = typeof value === 'string' ? value.trim() : '';
  const ms = readMs(value);
  const day = LEADING_DAY.exec(text)?.[1];
  if (day && isTold(day) && (ms === null || day === text || MIDNIGHT.test(text))) return { kind: 'day', day };
  if (ms !== null) return { kind: 'instant', ms };
  const [, month = '', date = '', year = ''] = AMERICAN_DAY.exec(text) ?? [];
  const american = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isTold(american) ? { kind: 'day', day: american } : null;
}

const isTold = (day: Day): boolean => isDay(day) && readMs(day) !== null;

const whenText = (when: When | null): string =>
  when === null ? '' : when.kind === 'day' ? when.day : String(when.ms);
