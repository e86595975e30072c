import { useEffect } from 'react';
import { useAlerts, type StoredAlert } from '#storage/alerts.ts';

/** A hidden tab says the newest alert in its title, until somebody looks. */
export function useTitleAlerts(): void {
  useEffect(() => {
    let usual: string | null = null;
    let said = '';
    const stopListening = useAlerts.subscribe(({ byAccount }, before) => {
      if (!document.hidden) return;
      const known = new Set(Object.values(before.byAccount).flatMap(({ history }) => history.map(timeOf)));
      const fresh = Object.values(byAccount).flatMap(({ history }) =>
        history.filter((alert) => !known.has(timeOf(alert))),
      );
      const [newest] = fresh;
      if (!newest) return;
      usual ??= document.title;
      said = newest.sentence;
      document.title = said;
    });
    const restore = () => {
      // The page may have named itself anew meanwhile.
      if (!document.hidden && usual !== null && document.title === said) document.title = usual;
      if (!document.hidden) usual = null;
    };
    document.addEventListener('visibilitychange', restore);
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', restore);
    };
  }, []);
}

const timeOf = ({ accountId, id, foundAtMs }: StoredAlert): string => `${accountId} ${id} ${foundAtMs}`;
