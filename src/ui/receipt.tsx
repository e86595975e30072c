import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type ReceiptRow = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** The line the receipt is about: set larger, above a double rule. */
  strong?: boolean | undefined;
  /** A quieter line under the value: what it means. */
  note?: ReactNode;
};

/** Lines of label and value, like a paper receipt; used to review before paying and to keep afterwards. */
export function Receipt({ rows }: { rows: readonly ReceiptRow[] }) {
  return (
    <dl className="receipt">
      {rows.map((row) => (
        <div
          key={row.key}
          className={classNames(
            'flex flex-wrap items-baseline gap-x-4 py-2',
            row.strong && 'border-t-3 border-double border-control pt-3',
          )}
        >
          <dt className={row.strong ? 'font-semibold' : 'text-muted'}>{row.label}</dt>
          <span
            aria-hidden="true"
            className="mb-1 min-w-4 flex-1 self-end border-b border-dotted border-control"
          />
          <dd
            className={classNames(
              'ml-auto min-w-0 text-right break-words',
              row.strong && 'text-lg font-semibold',
            )}
          >
            {row.value}
          </dd>
          {row.note && <dd className="w-full text-right text-sm text-muted">{row.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
