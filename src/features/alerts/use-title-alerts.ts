import { useEffect } from 'react';
import { useAlerts, type StoredAlert } from '#storage/alerts.ts';

/** A hidden tab says the newest alert in its title, until somebody looks. `say`: the alert in one line of text. */
export function useTitleAlerts(say: (alert: StoredAlert) => string): void {
  useEffect(() => {
    let usual = '';
    let said: string | null = null;
    const hold = () => {
      if (said === null || document.title === said) return;
      usual = document.title;
      document.title = said;
    };
    // A page that learns the same news names itself anew.
    const renamed = new MutationObserver(hold);
    renamed.observe(document.head, { childList: true, subtree: true, characterData: true });
    const stopListening = useAlerts.subscribe(({ byAccount }, before) => {
      if (!document.hidden) return;
      const known = new Set(Object.values(before.byAccount).flatMap(({ history }) => history.map(timeOf)));
      const newest = Object.values(byAccount)
        .flatMap(({ history }) => history)
        .find((alert) => !known.has(timeOf(alert)));
      if (!newest) return;
      restore();
      said = say(newest);
      hold();
    });
    function restore() {
      if (said !== null && document.title === said) document.title = usual;
      said = null;
    }
    const onLook = () => {
      if (!document.hidden) restore();
    };
    document.addEventListener('visibilitychange', onLook);
    return () => {
      restore();
      renamed.disconnect();
      stopListening();
      document.removeEventListener('visibilitychange', onLook);
    };
  }, [say]);
}

const timeOf = ({ accountId, id, foundAtMs }: StoredAlert): string => `${accountId} ${id} ${foundAtMs}`;
