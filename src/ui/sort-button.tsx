import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A column's heading that sorts by it. The arrow shows which way; the header cell's `aria-sort` says it. */
export function SortButton({
  sorted,
  before = false,
  onClick,
  children,
}: {
  sorted: 'ascending' | 'descending' | null;
  /** The arrow stands before the words: for columns that end at their right edge. */
  before?: boolean | undefined;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className={classNames(
        'group inline-flex h-9 max-w-full cursor-pointer items-center gap-1 font-medium whitespace-nowrap transition-colors duration-150 hover:text-ink',
        before && 'flex-row-reverse',
        sorted ? 'text-ink' : 'text-muted',
      )}
    >
      {children}
      <svg
        aria-hidden="true"
        viewBox="0 0 8 8"
        className={classNames(
          'size-2 shrink-0 fill-none stroke-current transition-opacity duration-150',
          sorted === 'ascending' && 'rotate-180',
          !sorted && 'opacity-0 group-hover:opacity-50 group-focus-visible:opacity-50',
        )}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M1 2.5 4 5.5 7 2.5" />
      </svg>
    </button>
  );
}
