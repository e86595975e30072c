import type { Withdrawal } from '#domain/withdrawal.ts';
import type { WithdrawalRecord } from './withdrawal-record.ts';

export interface HistoryMatch {
  record: WithdrawalRecord;
  /** New in the history and of the same amount: none, the one, or more than one. */
  found: readonly Withdrawal[];
}

/**
 * Which withdrawals of Laso's history belong to what this device sent. A withdrawal is new to a record when it was not in the history before it was
 * sent. Each is given to one record, older ones first; what is too many goes to the newest. Pure.
 */
export function matchHistory(
  records: readonly WithdrawalRecord[],
  history: readonly Withdrawal[],
): HistoryMatch[] {
  const taken = new Set<string>();
  const oldestFirst = history.toSorted((a, b) => (a.requestedAtMs ?? 0) - (b.requestedAtMs ?? 0));
  return records.map((record, at) => {
    const fitting = oldestFirst.filter(
      ({ id, amountCents }) =>
        !taken.has(id) &&
        !record.knownIds.includes(id) &&
        // An amount that cannot be read might be this one.
        (amountCents === null || amountCents === record.amountCents),
    );
    const newer = records.slice(at + 1).some((one) => one.amountCents === record.amountCents);
    const found = newer ? fitting.slice(0, 1) : fitting;
    for (const { id } of found) taken.add(id);
    return { record, found };
  });
}
