import type { ChainVerdict } from './evidence.ts';
import type { Decision } from './decide.ts';
import type { PaymentSummary } from '../journal/payment-row.ts';

/** A final word is looked at again for so long after it was said (lessons.md 36). */
export const LOOK_AGAIN_MS = 7 * 24 * 3_600_000;
/** A node that was behind when it was asked has caught up by then. */
const FIRST_LOOK_AFTER_MS = 10 * 60_000;
/** A delivery is looked up at once: its transaction is minutes old at most. */
const SOON_MS = 15 * 60_000;
const LONGEST_GAP_MS = 12 * 3_600_000;
/** The chain's word, given again so often, is believed. */
const CONFIRMED_ENOUGH = 2;
export const MAX_LOOKS = 20;

type Ended = Pick<
  PaymentSummary,
  'state' | 'sends' | 'marks' | 'settledAtSec' | 'history' | 'looks' | 'corrected'
>;

/**
 * Whether the chain can still contradict the row's last word: it was sent, what identifies it on chain is known, and the transfer is not proven.
 * What a person asks for is looked at whenever this holds.
 */
export const canBeWrong = ({ state, sends, marks, settledAtSec }: Ended): boolean =>
  (state === 'delivered' || state === 'not-charged') && sends > 0 && marks !== null && settledAtSec === null;

/** Whether a look at a final row is due by itself: within a week of its last step, with growing gaps, and never for ever. Pure. */
export function isLookDue(row: Ended, nowMs: number): boolean {
  if (!canBeWrong(row)) return false;
  const endedAtMs = endOf(row);
  const ageMs = nowMs - endedAtMs;
  if (ageMs > LOOK_AGAIN_MS) return false;
  if (row.state === 'delivered' && ageMs < SOON_MS) return true;
  const { tried, confirmed, atMs } = row.looks ?? { tried: 0, confirmed: 0, atMs: endedAtMs };
  if (confirmed >= CONFIRMED_ENOUGH || tried >= MAX_LOOKS) return false;
  const gapMs = confirmed > 0 ? LONGEST_GAP_MS : Math.min(FIRST_LOOK_AFTER_MS * 2 ** tried, LONGEST_GAP_MS);
  return nowMs - atMs >= gapMs;
}

/** When the last word was said: notes that were added to it later do not count. */
function endOf({ state, history }: Pick<Ended, 'state' | 'history'>): number {
  const before = history.findLastIndex((step) => step.state !== state);
  return history[before + 1]?.atMs ?? 0;
}

/** The decision about a final row, with this look noted in it; as it is for a row that is not final, or whose end is only minutes old. Pure. */
export function withLook(
  decision: Decision,
  row: Ended,
  { chain, nowMs }: { chain: ChainVerdict; nowMs: number },
): Decision {
  const isYoung = row.state === 'delivered' && nowMs - endOf(row) < SOON_MS;
  if (decision.kind === 'step' || !canBeWrong(row) || isYoung) return decision;
  const before = row.looks ?? { tried: 0, confirmed: 0 };
  const isWord = chain.kind === 'expired-unused' || chain.kind === 'cancelled';
  const looks = {
    tried: before.tried + 1,
    confirmed: before.confirmed + (isWord ? 1 : 0),
    atMs: nowMs,
  };
  return { kind: 'amend', patch: { ...(decision.kind === 'amend' && decision.patch), looks } };
}
