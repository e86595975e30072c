import { QueryClient } from '@tanstack/react-query';
import { LasoError } from '#laso/laso-error.ts';
import { mayAskAgain, refetchOnFocus } from '#laso/poll-after-error.ts';
import { useSessions } from '#session/session-store.ts';
import { deleteChainChecks } from '#storage/chain-checks.ts';
import { forgetAccounts } from '#storage/forget-accounts.ts';
import { useStorageWait } from '#storage/storage-wait.ts';

const RETRIED = new Set(['offline', 'timeout', 'server']);

/** Not where the server named a time, or said that it is final: laso/poll-after-error.ts. */
const helps = (error: Error): boolean =>
  error instanceof LasoError && error.retryAfterMs === null && !error.terminal && RETRIED.has(error.kind);

/**
 * Reads only: nothing payable is ever a query. A read is repeated where a repeat can help; an answer that will not change is shown at once.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: refetchOnFocus,
        refetchOnMount: mayAskAgain,
        retryOnMount: mayAskAgain,
        refetchOnReconnect: mayAskAgain,
        retry: (failures, error) => failures < 2 && helps(error),
        retryDelay: (failures) => 1_000 * 2 ** failures * (0.75 + Math.random() / 2),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** What could not be read while the browser's storage did not answer is read again when it does. */
export function readAgainWhenStorageAnswers(queryClient: QueryClient): () => void {
  return useStorageWait.subscribe((now, before) => {
    if (before.waitsFor === null || now.waitsFor !== null) return;
    void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
  });
}

/**
 * What was read for an account goes with it: by sign-out here or in another tab, and when somebody signs in to another account, perhaps by a
 * link that was put before them (lessons.md S4). Switching between accounts that are signed in keeps what was read. Every query key starts
 * with the account id.
 */
export function dropReadsOfAccountsThatLeave(queryClient: QueryClient): () => void {
  return useSessions.subscribe((now, before) => {
    const left = before.sessions.filter(
      (session) => !now.sessions.some((other) => other.accountId === session.accountId),
    );
    const gone = new Set<string>(left.map((session) => session.accountId));
    const arrived = now.sessions.some(
      (session) => !before.sessions.includes(session) && session.accountId === now.active,
    );
    if (arrived && before.active && before.active !== now.active) gone.add(before.active);
    for (const { accountId } of left) void deleteChainChecks(accountId);
    if (left.length > 0) forgetAccounts(left.map(({ accountId }) => accountId));
    for (const accountId of gone) {
      void queryClient.cancelQueries({ queryKey: [accountId] });
      queryClient.removeQueries({ queryKey: [accountId] });
    }
  });
}
