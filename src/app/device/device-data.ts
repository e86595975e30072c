import { useQuery } from '@tanstack/react-query';
import { countOpenRecords } from '#features/balance/withdraw/withdrawal-record.ts';
import { refreshedCards } from '#features/cards/detail/refresh-limits.ts';
import { signOutEverywhere } from '#session/session-store.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { isOpen } from '#payments/journal/payment-row.ts';
import { useAlerts } from '#storage/alerts.ts';
import { useCardNotes } from '#storage/card-notes.ts';
import { useDismissals } from '#storage/dismissals.ts';
import { eraseDevice } from '#storage/erase.ts';
import { useFirstSeen } from '#storage/first-seen.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { usePreferences } from '#storage/preferences.ts';
import { countStored, countUnusedCodes } from '#storage/stored-on-device.ts';
import { useVisits } from '#storage/visits.ts';

const NAMES: readonly [store: string, name: string][] = [
  ['sessions', 'Accounts kept signed in'],
  ['payments', 'Records of payments'],
  ['withdrawals', 'Records of withdrawals'],
  ['vault', 'Gift cards and transfers, encrypted'],
  ['reveals', 'Card reveals and copies'],
  ['chain-checks', 'Checks of the chain'],
];

/** What is on this device, of every account, signed out ones too: how many of each. */
export const useDeviceData = () =>
  useQuery({
    queryKey: ['this-browser', 'device'],
    queryFn: async () => {
      const counts = await countStored();
      return [
        ...NAMES.map(([key, name]) => ({ key, name, count: counts.get(key) ?? 0 })),
        {
          key: 'names',
          name: 'Accounts with a name or color',
          count: sizeOf(usePreferences.getState().accounts),
        },
        { key: 'notes', name: 'Labels and notes on cards', count: sizeInside(useCardNotes.getState().notes) },
        {
          key: 'dismissed',
          name: 'Dismissed signals',
          count: sizeInside(useDismissals.getState().byAccount),
        },
        {
          key: 'alerts',
          name: 'Alerts in the history',
          count: Object.values(useAlerts.getState().byAccount).flatMap(({ history }) => history).length,
        },
        {
          key: 'visits',
          name: 'Accounts whose activity was looked at',
          count: sizeOf(useVisits.getState().byAccount),
        },
        {
          key: 'first-seen',
          name: 'Waiting refunds, orders and withdrawals, when first seen',
          count: sizeInside(useFirstSeen.getState().byAccount),
        },
        { key: 'refreshes', name: 'Cards whose balance was asked for', count: refreshedCards().length },
      ];
    },
    networkMode: 'always',
    staleTime: 0,
    retry: false,
  });

const sizeOf = (byKey: object): number => Object.keys(byKey).length;
const sizeInside = (byAccount: Record<string, object>): number =>
  Object.values(byAccount).reduce((sum, inside) => sum + sizeOf(inside), 0);

/** What nobody can bring back after Erase, Laso neither. Of every account: what is locked is lost like the rest. */
export const useLosses = () =>
  useQuery({
    queryKey: ['this-browser', 'losses'],
    queryFn: async () => {
      const [unused, entries, withdrawals] = await Promise.all([
        countUnusedCodes(),
        journal.list(),
        countOpenRecords(),
      ]);
      return {
        // Those that the vault could not take are in this page's memory.
        codes: unused + useUnsavedSecrets.getState().entries.length,
        payments: entries.filter((entry) => entry.kind === 'corrupt' || isOpen(entry.row)).length,
        withdrawals,
      };
    },
    networkMode: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/**
 * Signs out in every tab, erases everything, and loads the page anew: what this page holds in memory goes with it. The time of the sign-out stays,
 * so that a tab that sleeps now finds itself signed out when it wakes; it names no account. Rejects when not all could be erased: then what is
 * left is locked.
 */
export async function eraseEverything(): Promise<void> {
  await signOutEverywhere();
  try {
    await eraseDevice();
  } finally {
    await signOutEverywhere();
  }
  location.replace('/sign-in');
}
