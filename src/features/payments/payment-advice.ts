import { certainAtMs, type ChainVerdict } from '#payments/reconcile/evidence.ts';
import { maySend } from '#payments/pay/may-send.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { clockMinute } from '#ui/clock-time.ts';
import { knownMs } from './known-time.ts';

const dayAndClock = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What a row means for the money, in a sentence or two. `seen`: what the last look at the chain gave, if there was one. */
export function paymentAdvice(row: PaymentSummary, seen: ChainVerdict | null, nowMs: number): string | null {
  if (row.dismissed) return `You dismissed this: ${row.dismissed.reason}`;
  if (row.state === 'signed')
    return maySend(row, nowMs)
      ? 'Signed, but never sent: nothing was paid. Send it to order now, or discard it so that it can never be charged.'
      : 'Signed, but never sent, and too late to send now: nothing was paid. Discard it and order again.';
  if (row.state === 'unknown') return `${unknownWords(row)} ${whenCertain(row, seen, nowMs)}`;
  // The timeline tells why a payment was not charged, unless that was said in place of another word.
  const said = row.state === 'not-charged' && !row.corrected ? null : row.reason;
  return [said, lookedAgain(row)].filter((words) => words !== null).join(' ') || null;
}

/** "Not charged" is checked later, by itself and when a person asks. */
function lookedAgain({ state, looks }: PaymentSummary): string | null {
  const atMs = knownMs(looks?.atMs);
  if (state !== 'not-charged' || !looks || atMs === null) return null;
  return looks.confirmed > 0
    ? `Checked again on ${dayAndClock.format(atMs)}: the chain still shows that no money moved.`
    : `The chain could not be read when this was checked again on ${dayAndClock.format(atMs)}.`;
}

function unknownWords({ hint, reason }: PaymentSummary): string {
  if (hint?.probablyNotCharged) return `Probably not charged: Laso says “${plain(hint.words)}”.`;
  return reason ?? 'The payment may have been made.';
}

function whenCertain(row: PaymentSummary, seen: ChainVerdict | null, nowMs: number): string {
  const certainMs = (seen?.kind === 'open' ? seen.certainAtMs : null) ?? certainAtMs(row);
  const certain = certainMs !== null && certainMs > nowMs ? whenWords(certainMs, nowMs) : '';
  if (seen?.kind === 'unreadable')
    return `${certain} ${seen.why} Until the chain can be read, the outcome stays unknown.`.trim();
  if (seen?.kind === 'open') return `The chain shows no payment so far. ${certain}`.trim();
  return certain;
}

/** A payment lives for minutes: an end that is days away came from a node that was wrong. */
const whenWords = (certainMs: number, nowMs: number): string =>
  knownMs(certainMs) === null || certainMs - nowMs > 24 * 3_600_000
    ? 'When this will be certain is not known.'
    : `This will be certain at ${clockMinute(certainMs)}.`;

/** `insufficient_funds` → "insufficient funds"; sentences stay as they are. */
const plain = (words: string): string => (/^[a-z0-9_]+$/.test(words) ? words.replaceAll('_', ' ') : words);
