import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';

/** Stands where a page's code is on its way. */
export function PageSkeleton() {
  return (
    <LoadingRegion label="Loading the page" className="flex flex-col gap-6">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-6 w-full max-w-120" />
      <Skeleton className="h-32 w-full" />
    </LoadingRegion>
  );
}
