import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from './client.ts';
import { LasoError, type LasoErrorKind } from './laso-error.ts';

const FIRST_MS = 5_000;
const MAX_MS = 60_000;

/**
 * After how many ms a failed read may be refetched by itself; false when a retry cannot help (401, 403, 404,
 * an ended session). The wait doubles with each failure in a row, with some jitter, and is never shorter than
 * the server asks (lessons.md R16). An error that the server calls final is never retried.
 */
export function pollAfterError(error: unknown, failures: number): number | false {
  if (!(error instanceof LasoError)) return false;
  const backOff = Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), MAX_MS) * (0.9 + Math.random() * 0.2);
  return PASSING.has(error.kind) && !error.terminal && Math.max(error.retryAfterMs ?? 0, backOff);
}

/** What may have passed by the next time. */
const PASSING: ReadonlySet<LasoErrorKind> = new Set([
  'rate-limited',
  'offline',
  'timeout',
  'server',
  'bad-answer',
  'not-laso',
  'renewal-held',
]);

interface ReadState {
  data?: unknown;
  error: Error | null;
  errorUpdateCount: number;
  errorUpdatedAt: number;
}

/** Errors counted up to the last success, for react-query only counts them all. */
const errorsBefore = new WeakMap<object, number>();

/** How often a query failed since it last succeeded. Call it on each change of the query. */
export function failuresInARow(query: { state: ReadState }): number {
  const { data, error, errorUpdateCount } = query.state;
  if (!error && data !== undefined) errorsBefore.set(query, errorUpdateCount);
  return errorUpdateCount - (errorsBefore.get(query) ?? 0);
}

/**
 * For `refetchOnWindowFocus`: focusing the window does not shorten a wait that the server named, nor lift its
 * "never".
 */
export const refetchOnFocus = (query: { state: ReadState }): 'always' | false => !mustWait(query) && 'always';

/**
 * For `refetchOnMount`, `retryOnMount` and `refetchOnReconnect`: likewise when a page with the same read
 * opens, or the network is back.
 */
export const mayAskAgain = (query: { state: ReadState }): boolean => !mustWait(query);

function mustWait({ state: { error, errorUpdatedAt } }: { state: ReadState }): boolean {
  if (!(error instanceof LasoError)) return false;
  return error.terminal || Date.now() < errorUpdatedAt + (error.retryAfterMs ?? 0);
}

/**
 * An interval for react-query's `refetchInterval`, stretched where the server says that little is left of its
 * limit (rate-budget.ts).
 */
export const paced = (
  { client, account }: { client: LasoClient; account: AccountId },
  intervalMs: number | false,
): number | false => (intervalMs === false ? false : (client.pace?.(account, intervalMs) ?? intervalMs));
