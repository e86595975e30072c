import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';

/** Cards, activity and exposure, in the room they will take. */
export const OverviewListsSkeleton = () => (
  <LoadingRegion label="Loading cards and activity" className="grid gap-10 lg:grid-cols-2">
    <Skeleton className="h-96 w-full" />
    <Skeleton className="h-96 w-full" />
  </LoadingRegion>
);

/** Chart, signals and lists. */
export const OverviewDetailsSkeleton = () => (
  <LoadingRegion label="Loading the details" className="flex flex-col gap-8">
    <Skeleton className="h-6 w-32" />
    <Skeleton className="h-72 w-full" />
    <div className="grid gap-10 lg:grid-cols-2">
      <Skeleton className="h-72 w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  </LoadingRegion>
);
