import type { StoredAlert } from '#storage/alerts.ts';
import { useAlerts } from '#storage/alerts.ts';
import { NOTIFICATIONS_LOCK } from '#storage/keys.ts';

/** What was found longer ago is in the history; a tab that just took over does not repeat it. */
const NEWS_MS = 60_000;

export const notificationPermission = (): NotificationPermission | 'unsupported' =>
  'Notification' in globalThis ? Notification.permission : 'unsupported';

/**
 * Shows each alert that joins the history, found here or in another tab, as a browser notification, if its owner wants them. Of all tabs the one that
 * holds the lock does it; when it closes, another takes over. `say`: the alert in one line of text. Returns what ends it.
 */
export function notifyOfAlerts(
  open: (alert: StoredAlert) => void,
  say: (alert: StoredAlert) => string,
): () => void {
  const ended = new AbortController();
  // Without locks the tag still keeps two tabs' notifications of one alert together.
  if (!('locks' in navigator)) listen();
  else
    navigator.locks
      .request(NOTIFICATIONS_LOCK, { signal: ended.signal }, () => {
        listen();
        return new Promise<void>((release) => ended.signal.addEventListener('abort', () => release()));
      })
      // Ended while waiting for the turn.
      .catch(() => undefined);
  return () => ended.abort();

  function listen(): void {
    const told = new Set(allAlerts().map(nameOf));
    const stop = useAlerts.subscribe(({ notifications }) => {
      for (const alert of allAlerts()) {
        if (told.has(nameOf(alert))) continue;
        told.add(nameOf(alert));
        if (notifications && notificationPermission() === 'granted' && Date.now() - alert.foundAtMs < NEWS_MS)
          show(alert, open, say);
      }
    });
    ended.signal.addEventListener('abort', stop);
  }
}

function show(
  alert: StoredAlert,
  open: (alert: StoredAlert) => void,
  say: (alert: StoredAlert) => string,
): void {
  try {
    const notification = new Notification('Laso Dashboard', { body: say(alert), tag: nameOf(alert) });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
      open(alert);
    });
  } catch {
    // Some phones allow them to service workers only: the notice in the page stays.
  }
}

const allAlerts = (): StoredAlert[] =>
  Object.values(useAlerts.getState().byAccount).flatMap(({ history }) => history);

/** A low balance comes again under the same id. */
const nameOf = ({ accountId, id, foundAtMs }: StoredAlert): string => `${accountId} ${id} ${foundAtMs}`;
