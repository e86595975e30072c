import { memo, type CSSProperties, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { SortButton } from './sort-button.tsx';
import { useRowWindow } from './use-row-window.ts';

export type SortOrder = { key: string; descending: boolean };

export type VirtualColumn<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** How wide the cell is and in how wide a table it is shown at all: "w-24 @max-[44rem]:hidden", "flex-1". */
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

export type VirtualTableProps<Row> = {
  /** The table's accessible name: "Cards". */
  label: string;
  /** The same array as long as nothing about them changed, or every row is drawn again. The first one names the row. */
  columns: readonly VirtualColumn<Row>[];
  /** The last line, by column. */
  totals?: ReadonlyMap<string, ColumnTotal> | undefined;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort: SortOrder;
  /** With the key of the column whose heading was pressed. */
  onSort: (key: string) => void;
};

/**
 * A table of thousands of rows, of which only those in the window are in the page. Rows are laid out by hand, so the roles are said by hand, with
 * the count and place of each row (WAI-ARIA 1.2, "aria-rowcount"). Header and totals stay in sight; a row's first link covers the row.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, totals, rows, rowKey, sort, onSort } = props;
  const { list, rowHeight, totalHeight, drawn, keepDrawn } = useRowWindow(rows.length);
  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + (totals ? 2 : 1)}
      className="@container relative"
    >
      <div role="rowgroup" className="sticky top-0 z-2 bg-paper max-md:sr-only">
        <div role="row" aria-rowindex={1} className="row-line h-9 border-b border-control text-sm">
          {columns.map((column) => (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={sort.key === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              className={cellClass(column)}
            >
              <SortButton
                sorted={sort.key === column.key ? (sort.descending ? 'descending' : 'ascending') : null}
                before={column.numeric}
                onClick={() => onSort(column.key)}
              >
                {column.header}
              </SortButton>
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        ref={list}
        className="relative"
        style={{ height: totalHeight }}
        onBlur={() => keepDrawn(null)}
      >
        {drawn.map(({ index, top }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <TableRow
                key={rowKey(row)}
                row={row}
                index={index}
                top={top}
                height={rowHeight}
                columns={columns}
                onFocus={keepDrawn}
              />
            )
          );
        })}
      </div>
      {totals && (
        <div role="rowgroup" className="table-totals">
          <div
            role="row"
            aria-rowindex={rows.length + 2}
            className="row-line min-h-12 border-t border-control bg-paper font-medium"
          >
            {columns.map((column, at) => (
              <div key={column.key} role={at === 0 ? 'rowheader' : 'cell'} className={cellClass(column)}>
                {totals.get(column.key)?.total}
                {totals.get(column.key)?.under}
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

interface RowProps<Row> {
  row: Row;
  index: number;
  top: number;
  height: number;
  columns: readonly VirtualColumn<Row>[];
  onFocus: (index: number) => void;
}

function PlainRow<Row>({ row, index, top, height, columns, onFocus }: RowProps<Row>) {
  const place: CSSProperties = { height, transform: `translateY(${top}px)` };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={place}
      onFocus={() => onFocus(index)}
      className="table-line row-line absolute inset-x-0 top-0 border-b border-hairline"
    >
      {columns.map((column, at) => (
        <div key={column.key} role={at === 0 ? 'rowheader' : 'cell'} className={cellClass(column)}>
          {column.cell(row)}
          {column.under && <div className="truncate text-sm text-muted md:hidden">{column.under(row)}</div>}
        </div>
      ))}
    </div>
  );
}

/** Drawn again only when its own row, place or the columns changed. */
// memo() forgets that the component is generic.
const TableRow = memo(PlainRow) as typeof PlainRow;

const cellClass = <Row,>(column: VirtualColumn<Row>): string =>
  classNames('min-w-0 px-2 first:pl-0 last:pr-0', column.numeric && 'text-right tabular-nums', column.width);
