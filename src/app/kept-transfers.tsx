import { useQuery } from '@tanstack/react-query';
import { shortAddress } from '#domain/account.ts';
import { HeldTransfer } from '#features/push-to-card/held-transfer.tsx';
import { OpenTransfersNotice } from '#features/push-to-card/open-transfers-notice.tsx';
import { transferQueries } from '#features/push-to-card/queries.ts';
import { TransferList } from '#features/push-to-card/transfer-list.tsx';
import { useSessions } from '#features/session/session-store.ts';
import { keepSecret, letGo } from '#storage/held-secrets.ts';
import { VaultError } from '#storage/vault-error.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { vault } from './browser-vault.ts';
import { deliverHeld } from './deliver-held.ts';
import { LockedHeld, useHeldOf } from './held-codes.tsx';

/** Read anew whenever the form is shown: an order may have added one. */
function useKeptTransfers() {
  // What a signed-out account sent disappears with it, and comes back with it.
  const signedIn = useSessions((state) => state.sessions.map(({ accountId }) => accountId).join(' '));
  return useQuery(transferQueries.list(vault, signedIn));
}

export function TransferReminder() {
  const { data = [] } = useKeptTransfers();
  return <OpenTransfersNotice transfers={data} />;
}

/** Everything sent from this browser that may be seen now, kept or only held in memory. */
export function KeptTransfers() {
  const kept = useKeptTransfers();
  const transfers = kept.data ?? [];
  const { shown: held, locked } = useHeldOf('transfer');
  const severalOwners = new Set(transfers.map(({ account }) => account)).size > 1;
  return (
    <>
      {kept.isError && (
        <ErrorState
          title="Earlier transfers could not be read."
          detail={
            kept.error instanceof VaultError ? kept.error.message : 'Nothing was changed. Reload the page.'
          }
          onRetry={() => void kept.refetch()}
        />
      )}
      <LockedHeld entries={locked} />
      <TransferList
        transfers={transfers}
        held={held.map((entry) => (
          <HeldTransfer
            key={entry.id}
            entry={entry}
            keepAgain={async () => {
              await deliverHeld(entry, () => keepSecret(vault, entry));
              await kept.refetch();
            }}
            onSaved={() => letGo(entry.id)}
          />
        ))}
        vault={vault}
        renderAccount={(account) => severalOwners && <span>for {shortAddress(account)}</span>}
        onChanged={() => void kept.refetch()}
      />
    </>
  );
}
