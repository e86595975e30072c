import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { AlertNotices } from '#features/alerts/alert-notices.tsx';
import { notifyOfAlerts } from '#features/alerts/notify.ts';
import { useTitleAlerts } from '#features/alerts/use-title-alerts.ts';
import { useSessions } from '#session/session-store.ts';
import type { StoredAlert } from '#storage/alerts.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { alertHref } from '#features/alerts/alert-href.ts';
import { AlertPoller } from './alert-poller.tsx';
import { useServices } from '../services.ts';
import { useHiddenReads } from './use-hidden-reads.ts';

/** With whose it is, where there are several: a title or a notification has no mark of the account beside it. */
function sayAlert({ accountId, sentence }: StoredAlert): string {
  if (useSessions.getState().sessions.length < 2) return sentence;
  return `${labelOf(usePreferences.getState().accounts, accountId).name}: ${sentence}`;
}

/** Looks after the alerts of every account that is signed in, whichever is on screen (product.md §10). */
export function AlertsWatch() {
  const { client, queryClient } = useServices();
  const { sessions } = useSessions();
  const navigate = useNavigate();
  const ids = useMemo(() => sessions.map(({ accountId }) => accountId), [sessions]);
  const watched = useMemo(
    () =>
      sessions
        .filter(({ tokens }) => tokens !== null)
        .map(({ accountId, signedInAtMs }) => ({ laso: { client, account: accountId }, signedInAtMs })),
    [client, sessions],
  );
  const accounts = useMemo(() => watched.map(({ laso }) => laso), [watched]);
  useHiddenReads(queryClient, accounts);
  useTitleAlerts(sayAlert);
  useEffect(() => notifyOfAlerts((alert) => void navigate(alertHref(alert)), sayAlert), [navigate]);
  return (
    <>
      {watched.map((account) => (
        <AlertPoller key={account.laso.account} {...account} />
      ))}
      <AlertNotices accounts={ids} />
    </>
  );
}
