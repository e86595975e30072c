import type { Merchant } from '#domain/merchant.ts';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { MerchantStatusMark } from './merchant-status.tsx';
import { Restriction } from './restriction.tsx';

/** Merchants as Laso lists them: name, address (text, never a link), whether the card worked there, and what is known besides. */
export function MerchantList({ merchants }: { merchants: readonly Merchant[] }) {
  return (
    <ul aria-label="Merchants" className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {merchants.map((merchant) => (
        <li
          key={`${merchant.name} ${merchant.url ?? ''}`}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
        >
          <RowBoundary version={merchant} what="This merchant">
            {() => (
              <>
                <div className="min-w-0 flex-1 basis-64">
                  <p className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-medium">{merchant.name}</span>
                    {merchant.url && <span className="text-sm break-all text-muted">{merchant.url}</span>}
                  </p>
                  {(merchant.description ?? merchant.notes) && (
                    <p className="max-w-prose text-sm text-muted">
                      {[merchant.description, merchant.notes].filter(Boolean).join(' · ')}
                    </p>
                  )}
                  <Restriction merchant={merchant} />
                </div>
                <MerchantStatusMark merchant={merchant} />
              </>
            )}
          </RowBoundary>
        </li>
      ))}
    </ul>
  );
}

export function MerchantListSkeleton() {
  return (
    <LoadingRegion
      label="Looking the merchant up"
      className="flex flex-col gap-4 border-y border-hairline py-4"
    >
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-4/5" />
      <Skeleton className="h-5 w-full" />
    </LoadingRegion>
  );
}
