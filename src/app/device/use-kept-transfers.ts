import { useQuery } from '@tanstack/react-query';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { useSignedInKey } from '#session/session-store.ts';
import { vault } from '#session/browser-vault.ts';

/** The transfers of everybody who is signed in here. Read anew whenever they are shown: an order may have added one. */
export function useKeptTransfers() {
  // What a signed-out account sent disappears with it, and comes back with it.
  const signedIn = useSignedInKey();
  return useQuery(transferQueries.list(vault, signedIn));
}
