import * as z from 'zod/mini';
import { loadAmong, type LoadLine } from '#domain/card-load.ts';
import { movedMoney, type Transaction, type UnreadLine } from '#domain/transaction.ts';
import type { When } from '#domain/day.ts';
import { readWhen } from './line-when.ts';
import { readFlag, wireCents, wireText } from './wire.ts';

/**
 * Both shapes at once: U.S. `{amount, date, description, is_credit}`, international `{amount, date, merchant,
 * status}`.
 */
const lineSchema = z.object({
  amount: wireCents,
  date: z.pipe(z.optional(z.unknown()), z.transform(readWhen)),
  description: wireText,
  merchant: wireText,
  is_credit: z.optional(z.unknown()),
  status: wireText,
});

interface CardLines {
  transactions: Transaction[];
  unreadLines: UnreadLine[];
}

interface LinesOfCard {
  cardId: string;
  usdAmountCents: number | null;
  availableCents: number | null;
}

/** unread-line.ts, which hardly any answer needs: it is loaded when one does. */
export type TextFor = (line: unknown, known: readonly string[]) => string;
const noText: TextFor = () => 'a line in an unknown form';

/** `isDebit`: its flag says so. */
type ReadLine = LoadLine & { status: string | null; isDebit: boolean; line: unknown };

/**
 * A card's `transactions`, in the order of the answer: each element is a line that was read, or an unread one
 * that is kept with its text. Anything but a list is one unread line; null and undefined are no lines.
 */
export function readLines(lines: unknown, card: LinesOfCard, textFor: TextFor = noText): CardLines {
  if (lines === null || lines === undefined) return { transactions: [], unreadLines: [] };
  const read = (Array.isArray(lines) ? lines : [lines]).map((line) => readLine(line, Array.isArray(lines)));
  const load = loadAmong(read, card);
  const keyOf = keysFor(card.cardId);
  const result: CardLines = { transactions: [], unreadLines: [] };
  for (const one of read) {
    const { amountCents, when, description, status } = one;
    if (amountCents === null) {
      const text = textOf(one, textFor);
      result.unreadLines.push({ key: keyOf('unread', whenText(when), text), when, text });
    } else {
      const kind = one === load ? 'load' : one.credit ? 'refund' : 'purchase';
      const key = keyOf(whenText(when), kind, amountCents, description);
      result.transactions.push({ key, amountCents, kind, description, when, status });
    }
  }
  return result;
}

function readLine(line: unknown, isLine: boolean): ReadLine {
  const parsed = isLine ? z.safeParse(lineSchema, line) : null;
  if (!parsed?.success) return { ...UNREAD, line };
  const { amount, date, description, merchant, is_credit: told, status } = parsed.data;
  const flag = readFlag(told);
  // A flag that says neither leaves open which way the money went: such a line is in no sum.
  const isClear = flag !== null || told === null || told === undefined;
  return {
    amountCents: amount === null || !isClear ? null : Math.abs(amount),
    // The flag decides where there is one; without it a negative amount is money coming back.
    credit: flag ?? (amount ?? 0) < 0,
    moved: movedMoney({ status }),
    description: description ?? merchant ?? 'No description',
    when: date,
    status,
    isDebit: flag === false,
    line,
  };
}

const UNREAD = {
  amountCents: null,
  credit: false,
  moved: true,
  description: '',
  when: null,
  status: null,
  isDebit: false,
};

/**
 * A date that was read is shown as such, and that a line is no credit is the usual: the text needs neither.
 */
const textOf = ({ line, when, isDebit }: ReadLine, textFor: TextFor): string =>
  textFor(line, [...(when ? ['date'] : []), ...(isDebit ? ['is_credit'] : [])]);

/** The same on every read. Two equal lines are two purchases; either may be the first. */
function keysFor(cardId: string): (...parts: readonly (string | number)[]) => string {
  const seen = new Map<string, number>();
  return (...parts) => {
    const identity = [cardId, ...parts].join('|');
    const count = seen.get(identity) ?? 0;
    seen.set(identity, count + 1);
    return `${identity}#${count}`;
  };
}

function whenText(when: When | null): string {
  if (when === null) return '';
  if (when.kind === 'instant') return String(when.ms);
  return when.clock === undefined ? when.day : `${when.day}T${when.clock}`;
}
