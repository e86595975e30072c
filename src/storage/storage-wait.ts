import { create } from 'zustand';

/**
 * What the page waits for: another tab that holds the database at an older version, or a browser that does
 * not say why.
 */
export type StorageWait = 'other-tab' | 'browser';

/** Set while the browser's storage does not answer, null as soon as it does. */
export const useStorageWait = create<{ waitsFor: StorageWait | null }>()(() => ({ waitsFor: null }));

/**
 * `message` is a sentence for a person. The request was not done: see `limited-database.ts` for the one
 * exception.
 */
export class StorageSilent extends Error {
  override readonly name = 'StorageSilent';
  constructor(waitsFor: StorageWait) {
    super(
      waitsFor === 'other-tab'
        ? 'Another tab of this page holds this browser’s database. Close that tab, or reload it.'
        : 'This browser’s storage does not answer. Close other tabs of this page, or reload them.',
    );
  }
}

/** Notes it for the page and returns the error to throw. */
export function storageSilent(waitsFor: StorageWait): StorageSilent {
  if (useStorageWait.getState().waitsFor !== waitsFor) useStorageWait.setState({ waitsFor });
  return new StorageSilent(waitsFor);
}

export function storageAnswered(): void {
  if (useStorageWait.getState().waitsFor !== null) useStorageWait.setState({ waitsFor: null });
}
