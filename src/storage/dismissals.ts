import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { createStoredState, readFields } from './stored-state.ts';

export const DISMISSALS_KEY = 'laso.dismissals';

const dismissal = z.object({ note: z.string(), atMs: z.number() });
export type Dismissal = z.infer<typeof dismissal>;

interface Dismissals {
  byAccount: Record<string, Record<string, Dismissal>>;
}

/** Signals their owner has put aside, by account and signal id, with the note left. They concern this device only. */
export const useDismissals = createStoredState(
  DISMISSALS_KEY,
  readFields<Dismissals>(
    { byAccount: z.record(z.string(), z.record(z.string(), dismissal)) },
    { byAccount: {} },
  ),
);

export const dismissSignal = (account: AccountId, signalId: string, note: string, atMs: number): void =>
  useDismissals.setState(({ byAccount }) => ({
    byAccount: { ...byAccount, [account]: { ...byAccount[account], [signalId]: { note, atMs } } },
  }));

export const restoreSignal = (account: AccountId, signalId: string): void =>
  useDismissals.setState(({ byAccount }) => {
    const { [signalId]: _restored, ...rest } = byAccount[account] ?? {};
    return { byAccount: { ...byAccount, [account]: rest } };
  });
