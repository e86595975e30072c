import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A bar with the geometry of what will stand there: give it width and height by classes ("h-5 w-24"). */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={classNames('skeleton block rounded-sm', className)} />;
}

/** Says once what is loading (role status) around any number of skeletons. */
export function LoadingRegion({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className={className}>
      {/* Out of the flow, or it would take the first place of a grid. */}
      <output className="sr-only">{label}</output>
      {children}
    </div>
  );
}
