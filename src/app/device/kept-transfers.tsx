import { HeldTransfer } from '#features/push-to-card/held-transfer.tsx';
import { OpenTransfersNotice } from '#features/push-to-card/open-transfers-notice.tsx';
import { TransferList } from '#features/push-to-card/transfer-list.tsx';
import { saveSecret, dismissUnsaved } from '#storage/unsaved-secrets.ts';
import { VaultError } from '#storage/vault-error.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { vault } from '#session/browser-vault.ts';
import { deliverHeld } from './deliver-held.ts';
import { LockedHeld, useHeldOf } from './held-codes.tsx';
import { useKeptTransfers } from './use-kept-transfers.ts';

export function TransferReminder() {
  const { data = [] } = useKeptTransfers();
  return <OpenTransfersNotice transfers={data} />;
}

/** Everything sent from this browser that may be seen now, kept or only held in memory. */
export function KeptTransfers() {
  const kept = useKeptTransfers();
  const transfers = kept.data ?? [];
  const { shown: held, locked } = useHeldOf('transfer');
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
          <RowBoundary
            key={entry.id}
            version={entry}
            what="This transfer"
            frame={(words) => <li className="py-4">{words}</li>}
          >
            <HeldTransfer
              entry={entry}
              keepAgain={async () => {
                await deliverHeld(entry, () => saveSecret(vault, entry));
                await kept.refetch();
              }}
              onSaved={() => dismissUnsaved(entry.id)}
            />
          </RowBoundary>
        ))}
        vault={vault}
        onChanged={() => void kept.refetch()}
      />
    </>
  );
}
