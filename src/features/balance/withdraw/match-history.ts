import type { Withdrawal } from '#domain/withdrawal.ts';
import { hasOwnId, type WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';

/** What the history may hold of one record. */
export interface HistoryMatch {
  /** New, of the same amount, and no other record can explain it. */
  own: readonly Withdrawal[];
  /** New, and perhaps its own: of no readable amount, or another record may explain it as well. */
  maybe: readonly Withdrawal[];
  /** Anything new that no record is known to have made, whatever its amount. */
  fresh: readonly Withdrawal[];
}

/** A repeat of a request is made within minutes of it, by Laso's own clock. */
const REPEAT_WITHIN_MS = 3 * 60_000;

/** Which new withdrawals of the history belong to which record of this device. Pure. */
export function matchHistory(
  records: readonly WithdrawalRecord[],
  history: WithdrawalHistory,
): Map<string, HistoryMatch> {
  const claimed = new Set(records.flatMap(claims));
  const freshTo = (record: WithdrawalRecord) =>
    history.withdrawals.filter(({ id }) => !claimed.has(id) && !record.before.ids.includes(id));
  const candidates = (entry: Withdrawal) =>
    records.filter((record) => freshTo(record).includes(entry) && mayBe(record, entry, history));
  return new Map(
    records.map((record) => {
      const fresh = freshTo(record);
      const fitting = fresh.filter((entry) => mayBe(record, entry, history));
      const own = fitting.filter((entry) => explainedBy(candidates(entry), entry, history) === record);
      return [record.id, { fresh, own, maybe: fitting.filter((entry) => !own.includes(entry)) }];
    }),
  );
}

/** The one that must have made it; a repeat beside several that have their own goes to the newest. Undefined: it is not certain which. */
function explainedBy(
  candidates: readonly WithdrawalRecord[],
  entry: Withdrawal,
  history: WithdrawalHistory,
): WithdrawalRecord | undefined {
  const isRepeat = candidates.every(({ state }) => state === 'made' || state === 'several');
  const sure = candidates.filter((record) => isSure(record, entry, history));
  return isRepeat || candidates.length === 1 ? sure.at(-1) : undefined;
}

/** Entries that are known to be a record's own. */
export const claims = ({ state, foundIds, answeredId }: WithdrawalRecord): readonly string[] => [
  ...(state === 'made' || state === 'several' ? foundIds : []),
  ...(answeredId === null ? [] : [answeredId]),
];

/** An amount that cannot be read might be any. What is found already can only have a repeat beside it, which is of the same time. */
function mayBe(record: WithdrawalRecord, entry: Withdrawal, { withdrawals }: WithdrawalHistory): boolean {
  if (entry.amountCents !== null && entry.amountCents !== record.amountCents) return false;
  if (record.state !== 'made' && record.state !== 'several') return true;
  const found = withdrawals.filter(({ id }) => record.foundIds.includes(id));
  const isTimed = found.length === record.foundIds.length;
  return (
    entry.amountCents !== null &&
    (!isTimed || found.some((one) => isNear(one.requestedAtMs, entry.requestedAtMs)))
  );
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === null || b === null || Math.abs(a - b) <= REPEAT_WITHIN_MS;

/** Not if the entry may have been there before, unreadable or under its id, which it has lost. */
const isSure = (record: WithdrawalRecord, entry: Withdrawal, history: WithdrawalHistory): boolean =>
  entry.amountCents !== null &&
  record.before.unreadable === 0 &&
  (hasOwnId(entry) || isWhole(record, history));

/** Whether all that was listed before is listed now: else the list is older, or not this account's, or cut. */
export const isWhole = ({ before }: WithdrawalRecord, { withdrawals }: WithdrawalHistory): boolean =>
  before.ids.every((known) => withdrawals.some(({ id }) => id === known));
