import { useEffect, useMemo, useRef, useState } from 'react';
import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { useAllCards } from '#features/cards/use-all-cards.ts';
import { ActivityBar } from '#features/activity/activity-bar.tsx';
import { filterActivity, NO_FILTERS } from '#features/activity/activity-filters.ts';
import { ActivityList } from '#features/activity/activity-list.tsx';
import { ExportButtons } from '#features/activity/export-buttons.tsx';
import { ExportNote } from '#features/activity/export-note.tsx';
import { isNewSince, visitOf } from '#features/activity/new-since.ts';
import { CardListSkeleton } from '#features/cards/list/card-list.tsx';
import { sessionOf } from '#session/session-store.ts';
import { useAccounts } from '#session/laso-context.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { noteVisit, useVisits } from '#storage/visits.ts';
import { Button } from '#ui/button.tsx';
import { DataAge } from '#ui/data-age.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { BOOKS } from './activity-books.ts';
import { useFilterOfShownAccounts } from './use-filter-of-shown-accounts.ts';
import { ReadProblems } from '../layout/read-problems.tsx';
import { useActivity } from './use-activity.ts';
import { useUrlState } from './use-url-state.ts';

const STEP = 100;

export function ActivityPage() {
  const accounts = useAccounts();
  const all = useAllCards();
  const { items, problems } = useActivity(all, BOOKS);
  const looks = usePreferences((preferences) => preferences.accounts);
  const names: ReadonlyMap<AccountId, string> = new Map(
    accounts.map(({ account }) => [account, labelOf(looks, account).name]),
  );
  const [asked, change] = useUrlState(NO_FILTERS);
  const filters = useFilterOfShownAccounts(asked);
  const [shown, setShown] = useState(STEP);
  const ready = all.isReady && !all.isPending;
  // What the last visit saw is compared with as long as the page is open.
  const [visits] = useState(() => useVisits.getState().byAccount);
  const isNew = useMemo(() => {
    const byAccount = new Map(
      accounts.map(({ account }) => [account, isNewSince(ownValue(visits, account))]),
    );
    return (item: (typeof items)[number]) => byAccount.get(item.accountId)?.(item) ?? false;
  }, [accounts, visits]);
  useNotedVisit(accounts, items, ready);
  const found = useMemo(() => filterActivity(items, filters, isNew), [items, filters, isNew]);
  const [only] = accounts.filter(({ account }) => accounts.length === 1 || account === filters.account);
  const exported = {
    items: found,
    account: (only && names.get(only.account)) ?? null,
    from: filters.from,
    to: filters.to,
  };
  const fresh = useMemo(() => items.filter(isNew).length, [items, isNew]);
  const lastVisits = accounts.flatMap(({ account }) => ownValue(visits, account)?.atMs ?? []);

  return (
    <>
      <PageHeader
        title="Activity"
        lead={found.length > 0 && <ExportNote />}
        age={
          <DataAge
            updatedAt={all.updatedAtMs}
            refreshing={all.isFetching}
            failed={all.problems.length > 0 && all.updatedAtMs !== null}
          />
        }
        action={
          <div className="flex flex-wrap gap-2 print:hidden">
            <ExportButtons {...exported} />
            <Button
              disabled={found.length === 0}
              onClick={() => {
                setShown(found.length);
                requestAnimationFrame(() => window.print());
              }}
            >
              Print
            </Button>
          </div>
        }
      />
      <ReadProblems problems={problems} />
      <ActivityBar filters={filters} onChange={change} accounts={names} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <output className="text-sm text-muted">
          {ready && `${found.length} of ${items.length} entries`}
          {all.unlisted.length > 0 && `, not counting ${all.unlisted.join(' and ')}`}
          {fresh > 0 && lastVisits.length > 0 && (
            <>
              {`, ${fresh} new since your last visit `}
              <RelativeTime ms={Math.max(...lastVisits)} />
            </>
          )}
        </output>
        {fresh > 0 && (
          <Button
            size="small"
            aria-pressed={filters.new !== ''}
            onClick={() => change({ new: filters.new ? '' : 'yes' }, 'chosen')}
          >
            Only new
          </Button>
        )}
      </div>
      {all.isPending && !all.isReady && <CardListSkeleton rows={10} />}
      {all.isReady && found.length > 0 && (
        <PartBoundary of={items}>
          <ActivityList items={found.slice(0, shown)} isNew={isNew} />
        </PartBoundary>
      )}
      {ready && found.length === 0 && (
        <EmptyState title={items.length === 0 ? 'No activity yet' : 'Nothing matches.'}>
          {items.length === 0
            ? 'Orders and purchases appear here as soon as Laso lists them.'
            : 'Search by merchant, the last four digits of a card, a status or a day.'}
        </EmptyState>
      )}
      {found.length > shown && (
        <div className="print:hidden">
          <Button onClick={() => setShown(shown + STEP * 2)}>
            {`Show more (${found.length - shown} left)`}
          </Button>
        </div>
      )}
    </>
  );
}

/** Leaving the page is the end of a visit: what it held then is what "new" is compared with. */
function useNotedVisit(
  accounts: ReturnType<typeof useAccounts>,
  items: Parameters<typeof visitOf>[0],
  ready: boolean,
): void {
  const latest = useRef({ accounts, items, ready });
  useEffect(() => {
    latest.current = { accounts, items, ready };
  });
  useEffect(() => {
    const note = () => {
      const { accounts: seenBy, items: seen, ready: complete } = latest.current;
      if (!complete) return;
      for (const { account } of seenBy)
        // Signing out leaves the page too, and nothing of the account is to stay.
        if (sessionOf(account)) noteVisit(account, visitOf(seen, account, Date.now()));
    };
    addEventListener('pagehide', note);
    return () => {
      removeEventListener('pagehide', note);
      note();
    };
  }, []);
}
