import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { RowBoundary } from './row-boundary.tsx';

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, tabular figures. */
  numeric?: boolean | undefined;
  /** Left out below 640 px; say the same in the first column's `under`. */
  wideOnly?: boolean | undefined;
  /** Shown under the cell below 640 px only, where other columns have no room. */
  under?: ((row: Row) => ReactNode) | undefined;
  /** A screen reader names the row by this cell; default the first column. */
  rowHeader?: boolean | undefined;
};

type DataTableProps<Row> = {
  /** The table's accessible name: "Transactions". */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
};

/**
 * A semantic table: 40-px rows (52 on touch), hairlines, numbers to the right; scrolls within itself before
 * it breaks the page.
 */
export function DataTable<Row>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const header = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  return (
    <div className="-mx-1 overflow-x-auto px-1">
      <table aria-label={label} className="w-full border-collapse">
        <thead>
          <tr className="border-b border-control">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  'h-9 px-2 text-sm font-medium text-muted first:pl-0 last:pr-0',
                  place(column),
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowBoundary
              key={rowKey(row)}
              version={row}
              frame={(words) => (
                <tr className={ROW}>
                  <td colSpan={columns.length} className={CELL}>
                    {words}
                  </td>
                </tr>
              )}
            >
              <TableRow row={row} columns={columns} header={header} />
            </RowBoundary>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const ROW = 'border-b border-hairline transition-colors duration-150 hover:bg-sunken';
const CELL = 'h-10 px-2 py-1.5 font-normal first:pl-0 last:pr-0 pointer-coarse:h-13';

interface RowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  header: string | undefined;
}

function TableRow<Row>({ row, columns, header }: RowProps<Row>) {
  return (
    <tr className={ROW}>
      {columns.map((column) => {
        const Cell = column.key === header ? 'th' : 'td';
        return (
          <Cell
            key={column.key}
            {...(Cell === 'th' && { scope: 'row' })}
            className={classNames(CELL, place(column))}
          >
            {column.cell(row)}
            {column.under && <div className="text-sm text-muted sm:hidden">{column.under(row)}</div>}
          </Cell>
        );
      })}
    </tr>
  );
}

const place = (column: { numeric?: boolean | undefined; wideOnly?: boolean | undefined }): string =>
  classNames(column.numeric ? 'text-right tabular-nums' : 'text-left', column.wideOnly && 'max-sm:hidden');
