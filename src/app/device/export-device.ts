import { readRecords } from '#features/balance/withdraw/withdrawal-record.ts';
import { readRevealLog } from '#features/cards/reveal/reveal-log.ts';
import { useSessions } from '#session/session-store.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { entriesOf } from '#payments/journal/journal.ts';
import { ownedBy } from '#payments/journal/unreadable-record.ts';
import { useAlerts } from '#storage/alerts.ts';
import { useCardNotes } from '#storage/card-notes.ts';
import { useDismissals } from '#storage/dismissals.ts';
import { usePreferences } from '#storage/preferences.ts';
import { vault } from '#session/browser-vault.ts';
import { isRowLocked } from './row-lock.ts';

/**
 * Settings, notes and records as text: no token, no code, no signed payment, no card number. Only of accounts that are signed in, for Settings is
 * open to everybody; payments as the payments page shows them.
 */
export async function exportDevice(): Promise<string> {
  const { sessions } = useSessions.getState();
  const ids = sessions.map(({ accountId }) => accountId);
  const own = <T>(byAccount: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byAccount).filter(([account]) => ids.some((id) => id === account)));
  const [entries, items, withdrawals, reveals] = await Promise.all([
    journal.list().catch(() => []),
    vault.list().catch(() => []),
    Promise.all(ids.map((id) => readRecords(id).catch(() => []))),
    Promise.all(ids.map((id) => readRevealLog(id).catch(() => []))),
  ]);
  const preferences = usePreferences.getState();
  const { rules, notifications, byAccount } = useAlerts.getState();
  return JSON.stringify(
    {
      exportedAt: new Date().toISOString(),
      settings: { ...preferences, accounts: own(preferences.accounts) },
      alerts: {
        rules,
        notifications,
        history: Object.values(own(byAccount)).flatMap(({ history }) => history),
      },
      putAside: own(useDismissals.getState().byAccount),
      cardNotes: { notes: own(useCardNotes.getState().notes) },
      payments: entriesOf(entries).rows.filter((row) => !isRowLocked(row, sessions)),
      paymentsUnreadable: entriesOf(entries).unreadable.filter((record) => {
        const owned = ownedBy(record);
        return owned !== null && !isRowLocked(owned, sessions);
      }),
      withdrawals: withdrawals.flat(),
      giftCardsAndTransfers: items,
      cardDetailsLookedAt: reveals.flat(),
    },
    null,
    2,
  );
}
