import { useState } from 'react';
import type { AccountCardClient } from '#laso/account-card/account-card-client.ts';
import { leaveIfRefused } from './programme-access.ts';

interface Action {
  /** Which one is under way. */
  busy: string | null;
  /** Does nothing while another one is under way. */
  run: (name: string, work: () => Promise<void>) => Promise<void>;
}

/** One thing asked of the programme at a time. `onProblem`: what went wrong with it, and null when one begins. */
export function useAction(client: AccountCardClient, onProblem: (error: unknown) => void): Action {
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(name);
    onProblem(null);
    try {
      await work();
    } catch (caught) {
      if (!leaveIfRefused(client, caught)) onProblem(caught);
    } finally {
      setBusy(null);
    }
  };
  return { busy, run };
}
