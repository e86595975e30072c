import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { PageHeader } from '#ui/page-header.tsx';

/** Stands where a page's code is on its way. `title`: the page's own, where that is known before. */
export function PageSkeleton({ title }: { title?: string | undefined }) {
  return (
    <>
      {title && <PageHeader title={title} />}
      <LoadingRegion label="Loading the page" className="flex flex-col gap-6">
        {!title && <Skeleton className="h-9 w-48" />}
        <Skeleton className="h-6 w-full max-w-120" />
        <Skeleton className="h-32 w-full" />
      </LoadingRegion>
    </>
  );
}
