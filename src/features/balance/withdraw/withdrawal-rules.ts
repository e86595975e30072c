import type { AccountBalance } from '#laso/get-account-balance.ts';
import type { WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import { claims, isWhole, matchHistory, type HistoryMatch } from './match-history.ts';
import {
  isOpenWithdrawal,
  type BeforeSending,
  type WithdrawalFinding,
  type WithdrawalRecord,
} from './withdrawal-record.ts';
import type { WithdrawalRefusal } from './withdrawal-refusal.ts';

/**
 * The rules of a withdrawal as a small state machine: pure, and explored in full by `withdrawal-explore.test.ts`. `mutations.ts` and
 * `settle-records.ts` only carry them out.
 */

/** So long after the end a server may still be working on a request, and a history may not list what was made (findings: 20 s). */
export const LET_GO_AFTER_MS = 60_000;

/** Why nothing was sent. */
export type NotSent =
  | 'busy'
  | 'no-locks'
  | 'open'
  | 'changed'
  | 'history'
  | 'balance'
  | 'unreadable-record'
  | 'storage'
  | 'session';

export interface ReadsBefore {
  history: WithdrawalHistory;
  balance: AccountBalance;
}

/** Before sending: null when nothing speaks against it. `seenIds`: the history that the person decided on. */
export function whyNotSend(
  records: readonly WithdrawalRecord[],
  { history, balance }: ReadsBefore,
  seenIds: readonly string[],
): NotSent | null {
  const listed = history.withdrawals.map(({ id }) => id);
  if (records.some(isOpenWithdrawal)) return 'open';
  if (listed.some((id) => !seenIds.includes(id))) return 'changed';
  // An older list, or a 404 where there were withdrawals: what is new afterwards could not be seen.
  if (seenIds.some((id) => !listed.includes(id))) return 'history';
  return balance.exists ? null : 'balance';
}

export const beforeSending = ({ history, balance }: ReadsBefore): BeforeSending => ({
  ids: history.withdrawals.map(({ id }) => id),
  unreadable: history.unreadable,
  balanceCents: balance.balanceCents,
  depositsCents: balance.totalDepositsCents,
});

/** What came back for the request. */
export type WithdrawalAnswer =
  | { kind: 'accepted'; id: string; amountCents: number | null }
  | { kind: 'refused'; refusal: WithdrawalRefusal }
  /** Silence, a fault, half an answer, or somebody else's. */
  | { kind: 'silent' };

/**
 * The request has ended. No refusal closes it. An acceptance counts only with an id that this device meets for the first time: a cache may repeat
 * what it answered to another one.
 */
export function answered(
  record: WithdrawalRecord,
  others: readonly WithdrawalRecord[],
  answer: WithdrawalAnswer,
  nowMs: number,
): WithdrawalRecord {
  const ended = { ...record, state: 'open' as const, endedAtMs: nowMs };
  if (answer.kind === 'refused') return { ...ended, refusal: answer.refusal };
  if (answer.kind === 'silent') return ended;
  const known = [...record.before.ids, ...others.flatMap((one) => [...claims(one), ...one.foundIds])];
  const fits = answer.amountCents === null || answer.amountCents === record.amountCents;
  return fits && !known.includes(answer.id) ? { ...ended, state: 'accepted', answeredId: answer.id } : ended;
}

/** Reads that began at one moment; nothing is being sent when they are judged. */
export interface Look {
  history: WithdrawalHistory;
  /** Null when it cannot be read, or was not asked for. */
  balance: AccountBalance | null;
  /** Whether the reads began after the record was written: an older list says nothing about it. */
  isAfter: (record: WithdrawalRecord) => boolean;
  /** How long after the end of a record's request the reads began; negative or null when it may not have ended then. */
  waitedMs: (record: WithdrawalRecord) => number | null;
  nowMs: number;
}

/** What each record is after a look at Laso's history and balance. */
export function looked(records: readonly WithdrawalRecord[], look: Look): WithdrawalRecord[] {
  const named = records.map((record) => foundByAnswer(record, look));
  const matches = matchHistory(named, look.history);
  return named.map((record) => {
    const match = matches.get(record.id);
    if (!match || !look.isAfter(record)) return record;
    switch (record.state) {
      case 'sending':
      case 'open':
        return lookedAtOpen(record, match, look);
      case 'accepted':
        return lookedAtAccepted(record, match, look);
      case 'made':
      case 'several':
        return match.own.length === 0
          ? record
          : found(record, [...record.foundIds, ...idsOf(match.own)], look);
      default:
        return lookedAtClosed(
          record,
          [...match.own, ...match.maybe].map(({ id }) => id),
        );
    }
  });
}

function foundByAnswer(record: WithdrawalRecord, look: Look): WithdrawalRecord {
  const { answeredId, foundIds, state } = record;
  const isListed = look.history.withdrawals.some(({ id }) => id === answeredId);
  if (answeredId === null || !isListed || foundIds.includes(answeredId) || !look.isAfter(record))
    return record;
  return found(record, [...(state === 'accepted' ? [] : foundIds), answeredId], look);
}

function found(record: WithdrawalRecord, foundIds: readonly string[], look: Look): WithdrawalRecord {
  return {
    ...record,
    state: foundIds.length > 1 ? 'several' : 'made',
    foundIds: [...foundIds],
    endedAtMs: record.endedAtMs ?? record.startedAtMs,
    closedAtMs: record.closedAtMs ?? look.nowMs,
    look: null,
    seen: false,
  };
}

function lookedAtOpen(record: WithdrawalRecord, match: HistoryMatch, look: Look): WithdrawalRecord {
  if (match.own.length > 0) return found(record, idsOf(match.own), look);
  const ended: WithdrawalRecord = {
    ...record,
    state: 'open',
    endedAtMs: record.endedAtMs ?? record.startedAtMs,
  };
  const waitedMs = look.waitedMs(record);
  if (waitedMs === null || waitedMs < LET_GO_AFTER_MS) return ended;
  const finding = findingOf(record, match, look);
  const after = { ...ended, waitedMs, look: finding, foundIds: idsOf(match.maybe) };
  return finding === 'nothing' && record.refusal !== null
    ? { ...after, state: 'refused', closedAtMs: look.nowMs }
    : after;
}

/** What reads that came late enough say about a withdrawal that the history does not show as its own. */
function findingOf(
  { before, ...record }: WithdrawalRecord,
  { fresh }: HistoryMatch,
  { history, balance }: Look,
): WithdrawalFinding {
  // With money in the balance before, a 404 ("none yet") says nothing about what was sent from it.
  if (!history.listed) return 'history-unreadable';
  if (!isWhole({ ...record, before }, history)) return 'history-incomplete';
  if (fresh.length > 0) return 'maybe-listed';
  if (history.unreadable > 0 || before.unreadable > 0) return 'entries-unreadable';
  if (balance === null || !balance.exists || before.balanceCents === null) return 'balance-unreadable';
  return balance.balanceCents - depositedSince(before, balance) < before.balanceCents
    ? 'balance-lower'
    : 'nothing';
}

/** A deposit meanwhile would hide what was taken out. */
const depositedSince = ({ depositsCents }: BeforeSending, { totalDepositsCents }: AccountBalance): number =>
  depositsCents === null || totalDepositsCents === null ? 0 : Math.max(0, totalDepositsCents - depositsCents);

function lookedAtAccepted(record: WithdrawalRecord, match: HistoryMatch, look: Look): WithdrawalRecord {
  if (match.own.length > 0) return found(record, idsOf(match.own), look);
  const waitedMs = look.waitedMs(record);
  const isLate = waitedMs !== null && waitedMs >= LET_GO_AFTER_MS;
  const isReadable = look.history.listed && isWhole(record, look.history);
  return isLate && isReadable ? { ...record, waitedMs, look: 'not-listed' } : record;
}

/** It was called "not withdrawn", or the person had to decide without knowing: what may be it is said, once for each entry. */
function lookedAtClosed(record: WithdrawalRecord, ids: readonly string[]): WithdrawalRecord {
  const untold = ids.filter((id) => !record.toldIds.includes(id));
  if (untold.length === 0) return record;
  return { ...record, state: 'contradicted', foundIds: untold, seen: false };
}

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id);

/** How the person may allow another withdrawal while this one is open; null: not yet. */
export function letGoBy({ state, waitedMs, look }: WithdrawalRecord): 'click' | 'typing' | null {
  if (state !== 'open' || waitedMs === null || look === null) return null;
  return look === 'nothing' ? 'click' : 'typing';
}

/** The person allows another one, and knows of the entries that were named. */
export const letGo = (record: WithdrawalRecord, nowMs: number): WithdrawalRecord =>
  letGoBy(record) === null
    ? record
    : { ...record, state: 'let-go', closedAtMs: nowMs, toldIds: [...record.toldIds, ...record.foundIds] };

/** The person has read how it ended. */
export function read(record: WithdrawalRecord): WithdrawalRecord {
  const toldIds = [...record.toldIds, ...record.foundIds];
  return { ...record, seen: true, ...(record.state === 'contradicted' && { toldIds }) };
}

/** What the screen says about a record; `none`: nothing (any more). */
export type RecordWords =
  | 'none'
  | 'waiting'
  | 'nothing-found'
  | 'unclear'
  | 'unlisted'
  | 'accepted'
  | 'refused'
  | 'several'
  | 'contradicted';

export function wordsFor(record: WithdrawalRecord): RecordWords {
  const { state, look, seen } = record;
  if (isOpenWithdrawal(record)) {
    const by = letGoBy(record);
    return by === null ? 'waiting' : by === 'click' ? 'nothing-found' : 'unclear';
  }
  if (seen || state === 'made' || state === 'let-go') return 'none';
  if (state === 'accepted') return look === 'not-listed' ? 'unlisted' : 'accepted';
  return state === 'refused' || state === 'several' ? state : 'contradicted';
}

/** So long a closed record is kept, for a withdrawal that may still appear. */
const KEPT_MS = 7 * 86_400_000;

/** Closed for days, and whatever had to be said was read: it may go. */
export const isOver = (record: WithdrawalRecord, nowMs: number): boolean =>
  record.closedAtMs !== null &&
  nowMs - record.closedAtMs > KEPT_MS &&
  (record.seen || !['several', 'contradicted'].includes(record.state));

/** Worth asking again soon: Laso has not shown yet what became of it. */
export const isAwaited = (record: WithdrawalRecord): boolean =>
  isOpenWithdrawal(record) || (record.state === 'accepted' && record.look === null);
