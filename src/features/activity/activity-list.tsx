import { Link } from '#ui/link.tsx';
import type { ActivityItem } from '#domain/activity.ts';
import { dayOfWhen } from '#domain/day.ts';
import { groupBy } from '#domain/group-by.ts';
import { AccountName } from '#session/account-name.tsx';
import { useAccounts } from '#session/laso-context.ts';
import { DayLabel } from '#ui/day-label.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { ActivityAmount } from './activity-amount.tsx';

interface ActivityListProps {
  /** Newest first. */
  items: readonly ActivityItem[];
  /** Marked as new. */
  isNew?: ((item: ActivityItem) => boolean) | undefined;
}

/** The feed, grouped by day; the day is said once. */
export function ActivityList({ items, isNew }: ActivityListProps) {
  const several = useAccounts().length > 1;
  if (items.length === 0)
    return (
      <EmptyState title="No activity yet">
        Orders and purchases appear here as soon as Laso lists them.
      </EmptyState>
    );
  const days = groupBy(items, ({ when }) => (when ? dayOfWhen(when) : ''));
  return (
    <ul aria-label="Activity" className="flex flex-col gap-5">
      {[...days].map(([day, entries]) => (
        <li key={day}>
          <h3 className="border-b border-hairline pb-1 text-sm text-muted">
            {day ? <DayLabel day={day} /> : 'No date'}
          </h3>
          <ul>
            {entries.map((item) => (
              <li
                key={item.key}
                className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b border-hairline py-1.5"
              >
                <RowBoundary version={item}>
                  <Entry item={item} isNew={isNew?.(item) ?? false} withAccount={several} />
                </RowBoundary>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  item: ActivityItem;
  isNew: boolean;
  withAccount: boolean;
}

function Entry({ item, isNew, withAccount }: EntryProps) {
  return (
    <>
      <span className="flex min-w-0 flex-col sm:flex-row sm:items-baseline sm:gap-3">
        <span className="truncate">
          {isNew && <span className="new-mark">New</span>}
          {item.title}
        </span>
        <span className="flex min-w-0 items-baseline gap-3 text-sm whitespace-nowrap text-muted">
          {item.href && item.detail ? (
            <Link to={item.href} className="underline decoration-hairline underline-offset-3">
              {item.detail}
            </Link>
          ) : (
            item.detail
          )}
          {item.status && <span className="truncate">{item.status}</span>}
          {withAccount && <AccountName account={item.accountId} quiet />}
        </span>
      </span>
      <ActivityAmount item={item} />
    </>
  );
}
