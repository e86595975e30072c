import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { guardCopied } from '#features/cards/reveal/clipboard-guard.ts';
import { exportCodes } from '#features/gift-cards/purchased/export-codes.ts';
import { ExportCodes } from '#features/gift-cards/purchased/export-dialog.tsx';
import { HeldItem } from '#features/gift-cards/purchased/held-item.tsx';
import { PurchasedItem } from '#features/gift-cards/purchased/purchased-item.tsx';
import { giftCardQueries } from '#features/gift-cards/queries.ts';
import { saveFile } from '#ui/save-file.ts';
import { useSignedInKey } from '#session/session-store.ts';
import { saveSecret, dismissUnsaved } from '#storage/unsaved-secrets.ts';
import { VaultError } from '#storage/vault-error.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { vault } from '#session/browser-vault.ts';
import { deliverHeld } from '../device/deliver-held.ts';
import { LockedHeld, useHeldOf } from '../device/held-codes.tsx';
import { paths } from '#config/paths.ts';

export function GiftCardsPurchasedPage() {
  const queryClient = useQueryClient();
  // What a signed-out account bought disappears with it, and comes back with it.
  const signedIn = useSignedInKey();
  const query = giftCardQueries.purchased(vault, signedIn);
  const purchased = useQuery(query);
  const { shown: held, locked } = useHeldOf('gift-card');
  const items = purchased.data ?? [];
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.queryKey });

  return (
    <>
      <PageHeader
        title="Purchased gift cards"
        back={<TextLink to={paths.giftCards}>All gift cards</TextLink>}
        lead="Bought in this browser, with the codes encrypted on this device. Laso keeps no list of them, so gift cards your agents bought are not here."
        action={
          items.length > 0 && (
            <ExportCodes
              count={items.length}
              onExport={async () =>
                saveFile('laso-gift-cards.json', await exportCodes(vault, items, Date.now()))
              }
            />
          )
        }
      />
      {purchased.isError && (
        <ErrorState
          title="The kept gift cards could not be read."
          detail={
            purchased.error instanceof VaultError
              ? purchased.error.message
              : 'Nothing was changed. Reload the page.'
          }
          onRetry={() => void purchased.refetch()}
          retrying={purchased.isFetching}
        />
      )}
      <LockedHeld entries={locked} />
      {purchased.data && items.length === 0 && held.length === 0 && (
        <EmptyState
          title="No gift cards yet"
          action={<ButtonLink to={paths.giftCards}>Choose a gift card</ButtonLink>}
        >
          What you buy here is kept in this browser until you delete it.
        </EmptyState>
      )}
      {(items.length > 0 || held.length > 0) && (
        <ul aria-label="Purchased" className="flex max-w-160 flex-col">
          {held.map((entry) => (
            <RowBoundary key={entry.id} version={entry} what="This gift card" frame={asItem}>
              <HeldItem
                entry={entry}
                keepAgain={async () => {
                  await deliverHeld(entry, () => saveSecret(vault, entry));
                  await refresh();
                }}
                onSaved={() => dismissUnsaved(entry.id)}
              />
            </RowBoundary>
          ))}
          {items.map((item) => (
            <RowBoundary key={item.id} version={item} what="This gift card" frame={asItem}>
              <PurchasedItem
                item={item}
                read={() => vault.read(item.id)}
                onUsed={async (used) => {
                  await vault.mark(item.id, 'used', used ? Date.now() : null);
                  await refresh();
                }}
                onCopied={guardCopied}
              />
            </RowBoundary>
          ))}
        </ul>
      )}
    </>
  );
}

const asItem = (words: ReactNode) => <li className="py-4">{words}</li>;
