import type { PeriodTotals } from '#domain/period-totals.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Money } from '#ui/money.tsx';
import type { PeriodSpend } from './use-period-spend.ts';

interface Row {
  name: string;
  of: (totals: PeriodTotals) => number;
  isCount?: boolean;
}

const ROWS: readonly Row[] = [
  { name: 'Spent with cards', of: ({ spentCents }) => spentCents },
  { name: 'Loaded onto new cards', of: ({ loadedCents }) => loadedCents },
  { name: 'Fees', of: ({ feesCents }) => feesCents },
  { name: 'Cards ordered', of: ({ orders }) => orders, isCount: true },
];

interface PeriodFiguresProps {
  spending: PeriodSpend;
  /** Laso's lists leave cards out. */
  isPartial: boolean;
}

/** The chosen period beside the one before. */
export function PeriodFigures({ spending: { choice, now, before }, isPartial }: PeriodFiguresProps) {
  const least = isPartial ? ', at least' : '';
  const columns: Column<Row>[] = [
    { key: 'name', header: <span className="sr-only">Figure</span>, cell: ({ name }) => name },
    {
      key: 'now',
      header: (choice === 'all' ? 'So far' : `Last ${choice} days`) + least,
      numeric: true,
      cell: (row) => <Figure row={row} totals={now} />,
    },
    ...(before
      ? [
          {
            key: 'before',
            header: `${choice} days before${least}`,
            numeric: true,
            cell: (row: Row) => <Figure row={row} totals={before} />,
          },
        ]
      : []),
  ];
  return <DataTable label="This period and the one before" columns={columns} rows={ROWS} rowKey={rowKey} />;
}

function Figure({ row, totals }: { row: Row; totals: PeriodTotals }) {
  const figure = row.of(totals);
  return row.isCount ? <span className="tabular-nums">{figure}</span> : <Money cents={figure} />;
}

const rowKey = ({ name }: Row): string => name;
