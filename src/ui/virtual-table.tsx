import { memo, useState, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { RowBoundary } from './row-boundary.tsx';
import { slotsFor, type RowSlots } from './row-slots.ts';
import { SortButton } from './sort-button.tsx';
import { useRowWindow } from './use-row-window.ts';

export type SortOrder = { key: string; descending: boolean };

export type VirtualColumn<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /**
   * How wide the cell is and in how wide a table it is shown at all: "w-24 @max-[44rem]:hidden", "flex-1".
   */
  width: string;
  numeric?: boolean | undefined;
  /** A second line, on phones only, for what other columns have no room for. */
  under?: ((row: Row) => ReactNode) | undefined;
};

export type ColumnTotal = {
  total: ReactNode;
  /** A second line, for a column that has no room here. Says itself where it is not needed. */
  under?: ReactNode;
};

type VirtualTableProps<Row> = {
  /** The table's accessible name: "Cards". */
  label: string;
  /**
   * Pass the same array while no column changes, or every row is drawn again. The first one names the row.
   */
  columns: readonly VirtualColumn<Row>[];
  /** The last line, by column. */
  totals?: ReadonlyMap<string, ColumnTotal> | undefined;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: SortOrder;
  /** With the key of the column whose heading was pressed. */
  onSort: (key: string) => void;
};

const FIRST_ROW_INDEX = 2;

/**
 * A table of thousands of rows, of which only those in the window are in the page, each with its place and
 * the count (WAI-ARIA 1.2, "aria-rowcount"). Header and totals stay in sight; a row's own link covers the
 * row. It is laid out as boxes, and some browsers then drop the roles of table elements, so the roles are
 * written out.
 */
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, totals, rows, rowKey, sort, onSort } = props;
  const { list, rowHeight, narrow, totalHeight, drawn } = useRowWindow(rows.length, FIRST_ROW_INDEX);
  const lines = drawn.flatMap(({ index, top }) => {
    const row = rows[index];
    return row === undefined ? [] : [{ key: rowKey(row), row, index, top }];
  });
  const [slots, setSlots] = useState<RowSlots>(new Map());
  const slotsNow = slotsFor(
    lines.map(({ key }) => key),
    slots,
  );
  if (slotsNow !== slots) setSlots(slotsNow);
  const sorted = sort.descending ? 'descending' : 'ascending';
  return (
    <table
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + (totals ? 2 : 1)}
      className="@container relative block"
    >
      <thead role="rowgroup" className="sticky top-0 z-2 block bg-paper max-md:sr-only">
        <tr role="row" aria-rowindex={1} className="row-line h-9 border-b border-control text-sm">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              aria-sort={sort.key === column.key ? sorted : 'none'}
              className={cellClass(column)}
            >
              {narrow ? (
                // Out of sight: nothing there may take the keyboard's place.
                column.header
              ) : (
                <SortButton
                  sorted={sort.key === column.key ? sorted : null}
                  before={column.numeric}
                  onClick={() => onSort(column.key)}
                >
                  {column.header}
                </SortButton>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={list} className="relative block" style={{ height: totalHeight }}>
        {lines.map(({ key, row, index, top }) => (
          <RowBoundary
            key={slotsNow.get(key)}
            version={row}
            frame={(words) => (
              <Line {...{ index, top }} height={rowHeight}>
                <Cell first className="min-w-0">
                  {words}
                </Cell>
              </Line>
            )}
          >
            <TableRow {...{ row, index, top, columns, narrow }} height={rowHeight} />
          </RowBoundary>
        ))}
      </tbody>
      {totals && (
        <tfoot role="rowgroup" className="table-totals">
          <tr
            role="row"
            aria-rowindex={rows.length + FIRST_ROW_INDEX}
            className="row-line min-h-12 border-t border-control bg-paper"
          >
            {columns.map((column, at) => (
              <Cell
                key={column.key}
                first={at === 0}
                className={classNames('font-medium', cellClass(column))}
              >
                {totals.get(column.key)?.total}
                {totals.get(column.key)?.under}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface LineProps {
  index: number;
  top: number;
  height: number;
}

interface RowProps<Row> extends LineProps {
  row: Row;
  columns: readonly VirtualColumn<Row>[];
  narrow: boolean;
}

function PlainRow<Row>({ row, index, top, height, columns, narrow }: RowProps<Row>) {
  return (
    <Line {...{ index, top, height }}>
      {columns.map((column, at) => (
        <Cell key={column.key} first={at === 0} className={cellClass(column)}>
          {column.cell(row)}
          {narrow && column.under && <div className="truncate text-sm text-muted">{column.under(row)}</div>}
        </Cell>
      ))}
    </Line>
  );
}

/** A row's place and height, also of one that cannot be shown. */
function Line({ index, top, height, children }: LineProps & { children: ReactNode }) {
  return (
    <tr
      role="row"
      aria-rowindex={index + FIRST_ROW_INDEX}
      style={{ height, top }}
      className="table-line row-line absolute inset-x-0 border-b border-hairline"
    >
      {children}
    </tr>
  );
}

/** Drawn again only when its own row, place or the columns changed. */
// memo() forgets that the component is generic.
const TableRow = memo(PlainRow) as typeof PlainRow;

function Cell({ first, className, children }: { first: boolean; className: string; children: ReactNode }) {
  return first ? (
    <th role="rowheader" scope="row" className={classNames('text-left font-normal', className)}>
      {children}
    </th>
  ) : (
    <td role="cell" className={className}>
      {children}
    </td>
  );
}

const cellClass = <Row,>(column: VirtualColumn<Row>): string =>
  classNames(
    'min-w-0 px-2 first:pl-0 last:pr-0',
    column.numeric ? 'text-right tabular-nums' : 'text-left',
    column.width,
  );
