import { useState } from 'react';
import { setNotifications, useAlerts } from '#storage/alerts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { notificationPermission } from './notify.ts';

/** Browser notifications: the browser is asked only by this click, and what a refusal means is said. */
export function NotificationSwitch() {
  const wanted = useAlerts(({ notifications }) => notifications);
  const [permission, setPermission] = useState(notificationPermission);
  const ask = async () => {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    setNotifications(answer === 'granted');
  };
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <Checkbox
        label="Browser notifications"
        hint="Also when this tab is in the background, where it checks every 5 minutes. If several tabs are open, only one notifies."
        checked={wanted && permission === 'granted'}
        disabled={permission === 'unsupported'}
        onChange={(event) => (event.target.checked ? void ask() : setNotifications(false))}
      />
      {permission === 'denied' && (
        <Notice tone="caution" title="Your browser does not allow notifications from this page.">
          Alerts still appear as notices in the page. To allow notifications, change your browser’s settings
          for this site and click again: a page cannot ask twice.
        </Notice>
      )}
      {permission === 'unsupported' && (
        <p className="text-sm text-muted">
          This browser has no notifications. Alerts appear as notices in the page.
        </p>
      )}
    </div>
  );
}
