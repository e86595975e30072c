import { queryOptions, type Query } from '@tanstack/react-query';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { readWithdrawals } from '#laso/get-withdrawal-status.ts';
import type { Laso } from '#session/laso-context.ts';
import { failuresInARow, paced, pollAfterError, refetchOnFocus } from '#laso/poll-after-error.ts';
import { database } from '#storage/database.ts';
import { balanceQueries } from './queries.ts';

const PENDING_MS = 10_000;
/** A state we do not know may be final or not. */
const UNKNOWN_STATE_MS = 60_000;

export const withdrawalQueries = {
  /**
   * Laso's history, newest first. Each read is compared with what this device sent. Asked again every 10 s while something is pending or, with
   * `awaited`, while an answer is missing; else only when somebody looks.
   */
  history: (laso: Laso, awaited = false) =>
    queryOptions({
      queryKey: [laso.account, 'withdrawals'],
      queryFn: async ({ signal, client, queryKey }) => {
        // Storage that refuses also refuses the next withdrawal; the history is worth showing all the same.
        const rules = await rulesIfNeeded().catch(() => null);
        await rules?.meetRecords(laso.account).catch(() => undefined);
        const readFromMs = performance.now();
        const history = await readWithdrawals(laso.client, laso.account, signal);
        await rules?.settleRecords({ laso, history, readFromMs }).catch(() => undefined);
        void client.invalidateQueries({ queryKey: withdrawalQueries.records(laso).queryKey });
        const shown = client.getQueryData<Withdrawal[]>(queryKey);
        const isNone = history.withdrawals.length === 0;
        const hadOne = (shown?.length ?? 0) > 0;
        // An old list that a cache kept is no better than a host's 404.
        if (isNone && (!history.listed || hadOne || rules !== null))
          await believe404(laso.account, 'history', hadOne);
        if (movedMoney(shown, history.withdrawals))
          void client.invalidateQueries({ queryKey: balanceQueries.current(laso).queryKey });
        return history.withdrawals;
      },
      refetchInterval: (query) => nextRead(laso, query, awaited),
      refetchOnWindowFocus: refetchOnFocus,
    }),

  /** What this device sent, and records of it that cannot be read. Read from disk: works offline. */
  records: ({ account }: Pick<Laso, 'account'>) =>
    queryOptions({
      queryKey: [account, 'withdrawal-records'],
      queryFn: async () =>
        (await countRecords()) === 0
          ? { records: [], unreadable: [] }
          : (await import('./withdraw/withdrawal-record.ts')).storedRecords(account),
      networkMode: 'always',
      retry: false,
    }),
};

/** Overview reads the history too, mostly on devices that never sent a withdrawal: only the others load the rules. */
const rulesIfNeeded = async () =>
  (await countRecords()) === 0 ? null : import('./withdraw/settle-records.ts');

export const countRecords = async (): Promise<number> => (await database()).count('withdrawals');

const believe404: typeof import('./withdraw/believe-404.ts').believe404 = async (...told) =>
  (await import('./withdraw/believe-404.ts')).believe404(...told);

export function nextRead(
  laso: Laso,
  query: Query<Withdrawal[], Error, Withdrawal[], string[]>,
  awaited: boolean,
) {
  // Counted on each change, also where it worked.
  const failures = failuresInARow(query);
  const { error, data } = query.state;
  return paced(laso, error ? pollAfterError(error, failures) : historyInterval(data ?? [], awaited));
}

/** When to ask again, in ms; false when nothing on the list can change. */
export function historyInterval(history: readonly Withdrawal[], awaited: boolean): number | false {
  if (awaited || history.some(({ state }) => state === 'pending')) return PENDING_MS;
  return history.some(({ state }) => state === 'unknown') ? UNKNOWN_STATE_MS : false;
}

/** The money of one that failed comes back to the balance. */
const movedMoney = (before: readonly Withdrawal[] | undefined, now: readonly Withdrawal[]): boolean => {
  if (!before) return false;
  const wasPending = before.some(
    ({ id, state }) => state === 'pending' && now.find((one) => one.id === id)?.state !== 'pending',
  );
  // One can be over before it was ever seen as pending.
  const isNew = now.some(({ id, state }) => state !== 'pending' && before.every((one) => one.id !== id));
  return wasPending || isNew;
};
