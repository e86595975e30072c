import { afterEach, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { saveSecret, dismissUnsaved, useUnsavedSecrets } from './unsaved-secrets.ts';
import type { NewVaultEntry, Vault } from './vault.ts';

const listeners = new Set<unknown>();
vi.stubGlobal('addEventListener', (_type: string, listener: unknown) => listeners.add(listener));
vi.stubGlobal('removeEventListener', (_type: string, listener: unknown) => listeners.delete(listener));
afterEach(() => useUnsavedSecrets.setState({ entries: [] }));

const entry: NewVaultEntry = {
  id: 'row-1',
  account: 'a',
  kind: 'gift-card',
  label: 'Amazon',
  amount: null,
  details: {},
  boughtAtMs: 1,
  secret: { code: Secret.of('CODE'), pin: null, url: null },
};
const vaultThat = (putSecret: Vault['putSecret']): Vault => ({
  putSecret,
  list: async () => [],
  read: () => Promise.reject(new Error('unused')),
  mark: async () => undefined,
  remove: async () => undefined,
});

test('what the vault takes is held no longer than the writing lasts', async () => {
  const during: number[] = [];
  await saveSecret(
    vaultThat(async () => void during.push(useUnsavedSecrets.getState().entries.length, listeners.size)),
    entry,
  );
  expect(during).toEqual([1, 1]);
  expect(useUnsavedSecrets.getState().entries).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('what it does not take stays readable here, and closing the page is asked about, until it is saved elsewhere', async () => {
  await expect(
    saveSecret(
      vaultThat(() => Promise.reject(new Error('full'))),
      entry,
    ),
  ).rejects.toThrow('full');
  expect(useUnsavedSecrets.getState().entries[0]?.secret.code?.reveal()).toBe('CODE');
  expect(listeners.size).toBe(1);
  dismissUnsaved('row-1');
  expect(useUnsavedSecrets.getState().entries).toEqual([]);
  expect(listeners.size).toBe(0);
});

test('another try that works lets it go; two of them are two entries', async () => {
  const full = vaultThat(() => Promise.reject(new Error('full')));
  await saveSecret(full, entry).catch(() => null);
  await saveSecret(full, entry).catch(() => null);
  await saveSecret(full, { ...entry, id: 'row-2' }).catch(() => null);
  expect(useUnsavedSecrets.getState().entries.map(({ id }) => id)).toEqual(['row-1', 'row-2']);
  await saveSecret(
    vaultThat(async () => undefined),
    entry,
  );
  expect(useUnsavedSecrets.getState().entries.map(({ id }) => id)).toEqual(['row-2']);
  expect(listeners.size).toBe(1);
});
