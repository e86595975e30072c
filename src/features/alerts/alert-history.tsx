import { useState } from 'react';
import type { AccountId } from '#domain/account.ts';
import { AccountName } from '#session/account-name.tsx';
import { clearAlertHistory, useAlerts } from '#storage/alerts.ts';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { alertHref } from './alert-href.ts';
import { newestAlerts } from './newest-alerts.ts';

const SHOWN = 10;

interface AlertHistoryProps {
  accounts: readonly AccountId[];
}

/** What the rules found on this device, newest first: the last 200 of each account. */
export function AlertHistory({ accounts }: AlertHistoryProps) {
  const byAccount = useAlerts((state) => state.byAccount);
  const [all, setAll] = useState(false);
  const alerts = newestAlerts(byAccount, accounts);
  if (alerts.length === 0)
    return (
      <p className="text-muted">No alerts so far. Rules cover only what happens after you turn them on.</p>
    );
  const shown = all ? alerts : alerts.slice(0, SHOWN);
  return (
    <div className="flex flex-col items-start gap-4">
      <h3 className="text-sm font-medium text-muted">History</h3>
      <ul aria-label="Alerts" className="w-full divide-y divide-hairline border-y border-hairline">
        {shown.map((alert) => (
          <li
            key={`${alert.accountId} ${alert.id} ${String(alert.foundAtMs)}`}
            className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2.5"
          >
            <RowBoundary version={alert} what="This alert">
              {() => (
                <>
                  <span className="min-w-0 flex-1 basis-64">
                    <TextLink to={alertHref(alert)}>{alert.sentence}</TextLink>
                  </span>
                  <span className="flex flex-wrap gap-x-4 text-sm text-muted">
                    {accounts.length > 1 && <AccountName account={alert.accountId} quiet />}
                    <RelativeTime ms={alert.atMs} />
                  </span>
                </>
              )}
            </RowBoundary>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {shown.length < alerts.length && (
          <Button size="small" onClick={() => setAll(true)}>{`Show all ${alerts.length} alerts`}</Button>
        )}
        <Button size="small" onClick={clearAlertHistory}>
          Clear the history
        </Button>
      </div>
    </div>
  );
}
