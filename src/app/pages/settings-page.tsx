import { useState } from 'react';
import type { AccountId } from '#domain/account.ts';
import { AlertHistory } from '#features/alerts/alert-history.tsx';
import { AlertSettings } from '#features/alerts/alert-settings.tsx';
import { AccountSettings } from '#features/settings/account-settings.tsx';
import { DeviceSettings } from '#features/settings/device-settings.tsx';
import { LookSettings } from '#features/settings/look-settings.tsx';
import { ThresholdSettings } from '#features/settings/threshold-settings.tsx';
import type { Leaving } from '#features/session/open-payment.ts';
import { keepSession, signOut, useSessions } from '#features/session/session-store.ts';
import { SignOutDialog } from '#features/session/sign-out-dialog.tsx';
import { lookOf } from '#storage/account-look.ts';
import { usePreferences } from '#storage/preferences.ts';
import { saveFile } from '#storage/save-file.ts';
import { AccountMark } from '#ui/account-mark.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { alertHref } from '../alert-href.ts';
import { useDeviceData } from '../device-data.ts';
import { EraseDevice } from '../erase-device.tsx';
import { exportDevice } from '../export-device.ts';
import { openPayments } from '../open-payments.ts';
import { paths } from '../paths.ts';
import { SignOutCodes } from '../sign-out-codes.tsx';
import { UnwatchedAlerts } from '../unwatched-alerts.tsx';

export function SettingsPage() {
  const { sessions } = useSessions();
  const looks = usePreferences(({ accounts }) => accounts);
  const { data: device, isPending } = useDeviceData();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const renderAccount =
    sessions.length > 1 ? (account: AccountId) => <AccountMark {...lookOf(looks, account)} quiet /> : null;
  return (
    <>
      <PageHeader title="Settings" lead="All of this stays on this device." />
      <Panel
        title="Accounts"
        actions={
          <ButtonLink to={paths.signIn} size="small">
            Add account
          </ButtonLink>
        }
      >
        {sessions.length === 0 ? (
          <p className="text-muted">Nobody is signed in.</p>
        ) : (
          <AccountSettings
            accounts={sessions.map((session) => ({ ...session, ended: session.tokens === null }))}
            onKeep={(account, keep) => void keepSession(account, keep)}
            onSignOut={(account) => setLeaving([account])}
          />
        )}
      </Panel>
      <Panel title="Needs attention: thresholds">
        <ThresholdSettings />
      </Panel>
      <Panel title="Alerts">
        <AlertSettings />
        <UnwatchedAlerts renderAccount={renderAccount} />
        <AlertHistory
          accounts={sessions.map(({ accountId }) => accountId)}
          hrefOf={alertHref}
          renderAccount={renderAccount}
        />
      </Panel>
      <Panel title="Appearance and privacy">
        <LookSettings />
      </Panel>
      <Panel title="Data on this device">
        <DeviceSettings
          stored={device ?? (isPending ? [] : null)}
          onExport={() => void exportDevice().then((text) => saveFile('laso-dashboard.json', text))}
          renderErase={(onCancel) => <EraseDevice onCancel={onCancel} />}
        />
      </Panel>
      {leaving && (
        <SignOutDialog
          leaving={leaving}
          openPayments={openPayments}
          keptCodes={(left) => <SignOutCodes leaving={left} />}
          onCancel={() => setLeaving(null)}
          onConfirm={() => {
            setLeaving(null);
            if (leaving !== 'all') void signOut(leaving);
          }}
        />
      )}
    </>
  );
}
