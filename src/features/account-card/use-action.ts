import { useState } from 'react';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { leaveIfRefused } from './programme-access.ts';

export interface Action {
  /** Which one is under way. */
  busy: string | null;
  error: unknown;
  /** Does nothing while another one is under way. */
  run: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** One thing asked of the programme at a time, and what went wrong with the last. */
export function useAction(client: AccountCardClient): Action {
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(name);
    setError(null);
    try {
      await work();
    } catch (caught) {
      if (!leaveIfRefused(client, caught)) setError(caught);
    } finally {
      setBusy(null);
    }
  };
  return { busy, error, run };
}
