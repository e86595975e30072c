import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { createChainNodes, rpcUrlsOf } from '#chain/chain-nodes.ts';
import { wait } from '#chain/patience.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { chainCheckLock } from '#storage/keys.ts';
import { withLockIfFree } from '#storage/locks.ts';
import { explainStop, noRpc, runningElsewhere, type CheckProblem } from './check-words.ts';
import { keepCheck } from './kept-check.ts';
import { chainCheckQueries } from './queries.ts';
import { runChainCheck } from './run-chain-check.ts';

interface CheckRun {
  readonly running: boolean;
  /** Why the last run ended before its end; null when it did not, or was cancelled. */
  readonly problem: CheckProblem | null;
  /** False when this browser refuses to keep what was read: a reload starts anew. */
  readonly kept: boolean;
}

const IDLE: CheckRun = { running: false, problem: null, kept: true };

/** The runs of this tab. They go on while other pages are looked at; one at a time for each account over all tabs. */
const useRuns = create<Readonly<Record<AccountId, CheckRun>>>()(() => ({}));
const aborts = new Map<AccountId, AbortController>();

export const useCheckRun = (account: AccountId): CheckRun =>
  useRuns((runs) => ownValue(runs, account) ?? IDLE);

interface StartCheck {
  readonly account: AccountId;
  readonly network: NetworkConfig;
  /** Payments since then, ms. */
  readonly sinceMs: number;
  readonly queryClient: QueryClient;
  /** A check of an account that is signed out meanwhile writes nothing more. */
  readonly isSignedIn: () => boolean;
  /** See `ChainCheckRun`. */
  readonly readCards: () => Promise<boolean>;
}

/** Begins, or goes on where the last run stopped. Nothing happens while one is running. */
export function startCheck(check: StartCheck): void {
  const { account, network } = check;
  if (aborts.has(account)) return;
  if (rpcUrlsOf(network).length === 0) {
    note(account, { problem: noRpc(network.id) });
    return;
  }
  const controller = new AbortController();
  aborts.set(account, controller);
  note(account, { running: true, problem: null, kept: true });
  runInOneTab(check, controller)
    .then(
      (hasRun) => note(account, { problem: hasRun ? null : runningElsewhere }),
      (error: unknown) =>
        note(account, { problem: controller.signal.aborted ? null : explainStop(error, network.id) }),
    )
    .finally(() => {
      aborts.delete(account);
      note(account, { running: false });
    });
}

/** What was read so far is kept. */
export const cancelCheck = (account: AccountId): void => aborts.get(account)?.abort();

/** False when another tab runs it. Without Web Locks two tabs may both run it: that only costs requests. */
async function runInOneTab(check: StartCheck, controller: AbortController): Promise<boolean> {
  const outcome = await withLockIfFree(chainCheckLock(check.account), () => run(check, controller));
  if (outcome.ran) return true;
  if (outcome.why === 'held') return false;
  await run(check, controller);
  return true;
}

async function run(check: StartCheck, controller: AbortController): Promise<void> {
  const { account, network, sinceMs, queryClient } = check;
  const { signal } = controller;
  const query = chainCheckQueries.kept(account, network.id);
  await runChainCheck({
    account,
    network,
    nodes: createChainNodes(network, { signal }),
    sinceMs,
    before: await queryClient.fetchQuery(query),
    signal,
    wait,
    now: Date.now,
    readCards: async () => check.isSignedIn() && (await check.readCards()),
    // Also after Cancel: what was read is kept, and compared with the cards.
    onRead: async (read) => {
      if (!check.isSignedIn()) {
        controller.abort();
        signal.throwIfAborted();
      }
      queryClient.setQueryData(query.queryKey, read);
      await keepCheck(account, network.id, read).catch(() => note(account, { kept: false }));
    },
  });
}

const note = (account: AccountId, change: Partial<CheckRun>): void =>
  useRuns.setState((runs) => ({ [account]: { ...(ownValue(runs, account) ?? IDLE), ...change } }));
