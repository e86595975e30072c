import { paths } from '#config/paths.ts';
import type { AccountId } from '#domain/account.ts';
import { AccountName } from '#session/account-name.tsx';
import { dismissAlert, useAlerts } from '#storage/alerts.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { alertHref } from './alert-href.ts';
import { newestAlerts } from './newest-alerts.ts';

const SHOWN = 3;

interface AlertNoticesProps {
  accounts: readonly AccountId[];
}

/** What was found and not put aside, above the page. */
export function AlertNotices({ accounts }: AlertNoticesProps) {
  const alerts = useAlerts(({ byAccount }) => byAccount);
  const open = newestAlerts(alerts, accounts).filter(({ dismissed }) => !dismissed);
  const more = open.length - SHOWN;
  return (
    <>
      {open.slice(0, SHOWN).map((alert) => (
        <RowBoundary
          key={`${alert.accountId} ${alert.id} ${String(alert.foundAtMs)}`}
          version={alert}
          what="This alert"
        >
          {() => (
            <Notice
              tone={alert.kind === 'card-ready' ? 'positive' : 'caution'}
              title={alert.sentence}
              actions={
                <>
                  <ButtonLink to={alertHref(alert)} size="small">
                    View
                  </ButtonLink>
                  <Button size="small" onClick={() => dismissAlert(alert.accountId, alert.id)}>
                    Dismiss
                  </Button>
                </>
              }
            >
              <span className="text-sm text-muted">
                Alert, <RelativeTime ms={alert.foundAtMs} />{' '}
                {accounts.length > 1 && <AccountName account={alert.accountId} quiet />}
              </span>
            </Notice>
          )}
        </RowBoundary>
      ))}
      {more > 0 && (
        <p className="text-sm">
          <TextLink to={paths.settings}>{`${more} more ${more === 1 ? 'alert' : 'alerts'}`}</TextLink>
        </p>
      )}
    </>
  );
}
