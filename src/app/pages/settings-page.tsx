import { useState } from 'react';
import { AlertHistory } from '#features/alerts/alert-history.tsx';
import { AlertSettings } from '#features/alerts/alert-settings.tsx';
import { AccountSettings } from '#features/settings/account-settings.tsx';
import { DeviceSettings } from '#features/settings/device-settings.tsx';
import { AppearanceSettings } from '#features/settings/appearance-settings.tsx';
import { ThresholdSettings } from '#features/settings/threshold-settings.tsx';
import type { Leaving } from '#features/session/open-payment.ts';
import { keepSession, signOut, useSessions } from '#session/session-store.ts';
import { SignOutDialog } from '#features/session/sign-out-dialog.tsx';
import { saveFile } from '#ui/save-file.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { useDeviceData } from '../device/device-data.ts';
import { EraseDevice } from '../device/erase-device.tsx';
import { exportDevice } from '../device/export-device.ts';
import { openPayments } from '../device/open-payments.ts';
import { paths } from '#config/paths.ts';
import { SignOutCodes } from '../device/sign-out-codes.tsx';
import { UnwatchedAlerts } from '../watch/unwatched-alerts.tsx';

export function SettingsPage() {
  const { sessions } = useSessions();
  const { data: device, isPending } = useDeviceData();
  const [leaving, setLeaving] = useState<Leaving | null>(null);
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
        <UnwatchedAlerts />
        <AlertHistory accounts={sessions.map(({ accountId }) => accountId)} />
      </Panel>
      <Panel title="Appearance and privacy">
        <AppearanceSettings />
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
