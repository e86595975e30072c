import { useId, type ReactNode } from 'react';
import { formatDay } from '#domain/day.ts';
import {
  spendByAccount,
  spendByMerchant,
  spendByProduct,
  spendOverTime,
  type DatedSpend,
  type Period,
  type SpendBin,
  type SpendGroup,
} from '#domain/period.ts';
import { formatUsd } from '#domain/money.ts';
import { AccountName } from '#session/account-name.tsx';
import { useAccounts } from '#session/laso-context.ts';
import { BarChart } from '#ui/bar-chart.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Money } from '#ui/money.tsx';
import { ShareTable } from '#ui/share-table.tsx';
import { count } from './totals-sentence.tsx';

interface SpendingProps {
  period: Period;
  spend: readonly DatedSpend[];
  /** What Laso gives no date for. */
  undated: { count: number; spentCents: number };
  /** Lines that could not be read: in no figure, and may belong to this period. A notice above says so. */
  unreadLines: number;
  /** The period in figures, beside the one before. */
  figures: ReactNode;
}

/** Spend over time: a chart, and the same numbers as a table (product.md §2). */
export function Spending({ period, spend, undated, unreadLines, figures }: SpendingProps) {
  return (
    <div className="flex flex-col gap-8">
      <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {spend.length === 0 ? (
          <EmptyState
            title={
              unreadLines === 0
                ? 'Nothing was spent in this period.'
                : 'Nothing that could be read was spent in this period.'
            }
          />
        ) : (
          <OverTime bins={spendOverTime(spend, period)} />
        )}
        {figures}
      </div>
      {undated.count > 0 && (
        <p className="max-w-prose text-sm text-muted">
          {`Laso gives no date for ${count(undated.count, 'purchase')} (${formatUsd(undated.spentCents)}): counted in “So far”, but not in the chart, the tables or shorter periods.`}
        </p>
      )}
    </div>
  );
}

function OverTime({ bins }: { bins: readonly SpendBin[] }) {
  return (
    <div className="flex flex-col gap-3">
      <BarChart
        label="Spending over time"
        bars={bins.map((bin) => ({ key: bin.from, name: binName(bin), cents: bin.spentCents }))}
      />
      <details>
        <summary className="cursor-pointer text-sm text-muted hover:text-ink">
          The same figures as a table
        </summary>
        <div className="max-w-120 pt-3">
          <DataTable
            label="Spending over time"
            columns={[
              { key: 'when', header: 'When', cell: binName },
              { key: 'spent', header: 'Spent', numeric: true, cell: spentOf },
            ]}
            rows={bins.toReversed().filter(({ spentCents }) => spentCents !== 0)}
            rowKey={({ from }) => from}
          />
        </div>
      </details>
    </div>
  );
}

interface SpendingSharesProps {
  spend: readonly DatedSpend[];
  /** A merchant's page, for what is called like this. */
  renderMerchant: (name: string) => ReactNode;
}

/** Where it went: by merchant, by agent and by product, as bars in tables. */
export function SpendingShares({ spend, renderMerchant }: SpendingSharesProps) {
  const agents = useAccounts().map(({ account }) => account);
  const byProduct = spendByProduct(spend);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <Shares
        title="By merchant"
        groups={spendByMerchant(spend)}
        nameOf={({ name }) => renderMerchant(name)}
      />
      <div className="flex flex-col gap-8">
        {agents.length > 1 && (
          <Shares
            title="By agent"
            groups={spendByAccount(spend, String)}
            nameOf={({ key, name }) => {
              const agent = agents.find((account) => account === key);
              return agent ? <AccountName account={agent} /> : name;
            }}
          />
        )}
        {(byProduct.length > 1 || agents.length <= 1) && (
          <Shares title="By product" groups={byProduct} nameOf={({ key, name }) => productName(key, name)} />
        )}
      </div>
    </div>
  );
}

function Shares({
  title,
  groups,
  nameOf,
}: {
  title: string;
  groups: readonly SpendGroup[];
  nameOf: (group: SpendGroup) => ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-1">
      <h3 id={id} className="text-sm font-medium text-muted">
        {title}
      </h3>
      <ShareTable
        label={`Spending ${title.toLowerCase()}`}
        shares={groups.map((group) => ({
          key: group.key,
          name: nameOf(group),
          cents: group.spentCents,
          count: group.count,
        }))}
      />
    </section>
  );
}

const binName = ({ from, to }: SpendBin): string =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;

/** What this app calls a product; Laso's own name for one it does not know. */
const productName = (type: string, name: string): string =>
  type === 'us' ? 'U.S. cards' : type === 'intl' ? 'International cards' : name;

const spentOf = ({ spentCents }: SpendBin) => <Money cents={spentCents} />;
