import { create } from 'zustand';
import type { NewVaultEntry, Vault } from './vault.ts';

/**
 * Secrets the vault could not take: they exist in this page's memory only, and the browser asks before the
 * page is closed. They are removed once they are stored after all, or when the owner says that they are saved
 * elsewhere.
 */
export const useUnsavedSecrets = create<{ entries: readonly NewVaultEntry[] }>(() => ({ entries: [] }));

/** Puts a secret into the vault, or holds it here and rejects with the vault's error. */
export async function saveSecret(vault: Vault, entry: NewVaultEntry): Promise<void> {
  hold(entry);
  await vault.putSecret(entry);
  dismissUnsaved(entry.id);
}

/** It is saved elsewhere: the page may be closed. */
export function dismissUnsaved(id: string): void {
  useUnsavedSecrets.setState({ entries: others(id) });
}

/** Held while it is being written too: a page that is closed just then is asked about. */
function hold(entry: NewVaultEntry): void {
  useUnsavedSecrets.setState({ entries: [...others(entry.id), entry] });
}

const others = (id: string): NewVaultEntry[] =>
  useUnsavedSecrets.getState().entries.filter((entry) => entry.id !== id);

const askBeforeClosing = (event: BeforeUnloadEvent): void => event.preventDefault();

useUnsavedSecrets.subscribe(({ entries }) => {
  // Adding the same listener again changes nothing.
  if (entries.length > 0) addEventListener('beforeunload', askBeforeClosing);
  else removeEventListener('beforeunload', askBeforeClosing);
});
