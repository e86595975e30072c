import { useMemo } from 'react';
import { linesCount, type CardTotals } from '#domain/spend.ts';
import { Money } from '#ui/money.tsx';
import { VirtualTable, type ColumnTotal } from '#ui/virtual-table.tsx';
import { sortAfterPress, sortOrderOf } from './card-filters.ts';
import type { CardRow } from './card-rows.ts';
import { cardColumns } from './card-columns.tsx';
import { countOfCards } from '../card-words.ts';

interface CardTableProps {
  rows: readonly CardRow[];
  /** Of these rows. */
  totals: CardTotals;
  /** Says whose each card is. */
  withAccounts: boolean;
  sort: string;
  onSort: (sort: string) => void;
}

/** Every card found in one table, with the sums of what is found. */
export function CardTable({ rows, totals, withAccounts, sort, onSort }: CardTableProps) {
  const columns = useMemo(() => cardColumns(withAccounts), [withAccounts]);
  return (
    <VirtualTable
      label="Cards"
      columns={columns}
      totals={totalCells(rows.length, totals)}
      rows={rows}
      rowKey={(row) => row.key}
      sort={sortOrderOf(sort)}
      onSort={(key) => onSort(sortAfterPress(sort, key))}
    />
  );
}

/** By product.md §2's definitions: the same as the overview's figures when nothing is filtered. */
function totalCells(count: number, totals: CardTotals): ReadonlyMap<string, ColumnTotal> {
  const spent = <Money cents={totals.spentCents} />;
  const loaded = <Money cents={totals.loadedCents} />;
  return new Map<string, ColumnTotal>([
    [
      'card',
      {
        total: <span className="whitespace-nowrap">{countOfCards(count)}</span>,
        under: <div className="text-sm text-muted @min-[36rem]:hidden">Spent {spent}</div>,
      },
    ],
    [
      'spent',
      {
        total: spent,
        under: totals.unreadLines > 0 && (
          <div className="text-sm whitespace-nowrap text-caution">{`${linesCount(totals.unreadLines)} unread`}</div>
        ),
      },
    ],
    [
      'left',
      {
        total: <Money cents={totals.leftCents} />,
        under: <div className="text-sm whitespace-nowrap text-muted md:hidden">of {loaded}</div>,
      },
    ],
    ['loaded', { total: loaded }],
  ]);
}
