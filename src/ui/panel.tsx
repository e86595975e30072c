import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { PartBoundary } from './part-boundary.tsx';

type PanelProps = {
  /** The heading and the region's name: "Review". */
  title: string;
  titleHidden?: boolean | undefined;
  /** Beside the heading: a link, a small button. */
  actions?: ReactNode;
  children: ReactNode;
  /** On a raised sheet with a hairline; otherwise straight on the paper under a heading. */
  raised?: boolean | undefined;
  className?: string | undefined;
};

/** A named part of a page (role region). */
export function Panel({
  title,
  titleHidden = false,
  actions,
  children,
  raised = false,
  className,
}: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        'flex min-w-0 flex-col gap-4',
        raised && 'rounded-panel border border-hairline bg-surface p-5 sm:p-6',
        className,
      )}
    >
      <div
        className={
          titleHidden && !actions
            ? 'sr-only'
            : 'flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1'
        }
      >
        <h2 id={id} className={titleHidden ? 'sr-only' : 'text-md font-semibold'}>
          {title}
        </h2>
        {actions && <div className="flex flex-wrap items-center gap-2 text-sm">{actions}</div>}
      </div>
      <PartBoundary>{children}</PartBoundary>
    </section>
  );
}
