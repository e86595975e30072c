import { useQuery } from '@tanstack/react-query';
import { isOpen } from '#features/payments/payment-words.ts';
import { signOutEverywhere } from '#features/session/session-store.ts';
import { journal } from '#payments/browser-journal.ts';
import { useCardNotes } from '#storage/card-notes.ts';
import { useDismissals } from '#storage/dismissals.ts';
import { eraseDevice } from '#storage/erase.ts';
import { usePreferences } from '#storage/preferences.ts';
import { countStored } from '#storage/stored-on-device.ts';
import { isUnused } from '#storage/vault-entry.ts';
import { vault } from './browser-vault.ts';

const NAMES: readonly [store: string, name: string][] = [
  ['sessions', 'Accounts kept signed in'],
  ['payments', 'Records of payments'],
  ['withdrawals', 'Withdrawals not settled yet'],
  ['vault', 'Gift cards and transfers, encrypted'],
  ['reveals', 'Card reveals and copies'],
  ['chain-checks', 'Checks of the chain'],
];

/** What is on this device, and what of it would be lost for good. */
export const useDeviceData = () =>
  useQuery({
    queryKey: ['this-browser', 'device'],
    queryFn: async () => {
      const [counts, entries, items] = await Promise.all([
        countStored(),
        journal.list().catch(() => []),
        vault.list().catch(() => []),
      ]);
      return {
        stored: NAMES.map(([key, name]) => ({ key, name, count: counts.get(key) ?? 0 })),
        openPayments: entries.filter((entry) => entry.kind === 'corrupt' || isOpen(entry.row)).length,
        unusedCodes: items.filter(isUnused).length,
      };
    },
    networkMode: 'always',
    staleTime: 0,
    retry: false,
  });

/** Settings, notes and records as text: no token, no code, no signed payment, no card number. */
export async function exportDevice(): Promise<string> {
  const entries = await journal.list().catch(() => []);
  const items = await vault.list().catch(() => []);
  return JSON.stringify(
    {
      exportedAt: new Date().toISOString(),
      settings: usePreferences.getState(),
      putAside: useDismissals.getState().byAccount,
      cardNotes: useCardNotes.getState(),
      payments: entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : [])),
      giftCardsAndTransfers: items,
    },
    null,
    2,
  );
}

/**
 * Signs out in every tab, erases everything, and loads the page anew: what this page holds in memory goes with it. The time of the sign-out stays,
 * so that a tab that sleeps now finds itself signed out when it wakes; it names no account.
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
