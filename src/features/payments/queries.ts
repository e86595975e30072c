import { queryOptions } from '@tanstack/react-query';
import type { LasoConfig } from '#config/config-schema.ts';
import type { AccountId } from '#domain/account.ts';
import type { LasoClient } from '#laso/client.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { isStorageKept } from '#payments/journal/keep-storage.ts';
import { reconcile } from '#payments/reconcile/reconcile.ts';
import { createCardEvidence } from './card-evidence.ts';
import { loadChainEvidence } from './chain-evidence.ts';
import { EVIDENCE_KEY } from './evidence-key.ts';
import { evidenceInterval } from './evidence-interval.ts';
import { productHere } from './kept-evidence.ts';

export interface Witnesses {
  config: LasoConfig;
  client: LasoClient;
  /** Whether the account can be asked for its cards. */
  isSignedIn: (account: AccountId) => boolean;
}

/** Who tells what became of a payment: the chain, the account's list, and what is on this device. */
export const readersOf = ({ config, client, isSignedIn }: Witnesses) => ({
  chainEvidence: (network: string) => loadChainEvidence(config, network),
  products: { ...createCardEvidence({ client, isSignedIn }), here: productHere },
});

/** The journal belongs to this browser, not to one account: its keys do not start with one. Rows come without their signed payload. */
export const paymentQueries = {
  /** Whether the browser has promised to keep the records. Asks nobody: the question itself comes with the first payment. */
  kept: () =>
    queryOptions({
      queryKey: ['this-browser', 'payments-kept'],
      queryFn: () => isStorageKept(),
      networkMode: 'always',
      staleTime: 0,
      retry: false,
    }),

  /** Looks for what became of open payments and writes it into the journal: on start, on focus, and again while something is open. Free reads only. */
  evidence: ({ config, client, isSignedIn }: Witnesses) =>
    queryOptions({
      queryKey: EVIDENCE_KEY,
      queryFn: () => reconcile({ journal, ...readersOf({ config, client, isSignedIn }) }),
      staleTime: 0,
      retry: false,
      refetchOnMount: 'always',
      refetchOnWindowFocus: 'always',
      // A look that another tab held up, or the storage, is made again by itself.
      refetchInterval: ({ state }) =>
        state.status === 'error' ? 30_000 : evidenceInterval(state.data, Date.now(), document.hidden),
      refetchIntervalInBackground: true,
    }),
};
