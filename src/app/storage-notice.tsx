import { StorageSilent, useStorageWait } from '#storage/storage-wait.ts';
import { Notice } from '#ui/notice.tsx';

/** The browser's storage does not answer: what stands still for it, and what the person can do. It goes by itself. */
export function StorageNotice() {
  const waitsFor = useStorageWait((state) => state.waitsFor);
  if (waitsFor === null) return null;
  return (
    <Notice tone="caution" title={new StorageSilent(waitsFor).message}>
      Until then accounts that are kept signed in, records of payments and saved codes cannot be read, and no
      payment can be made here. Nothing is lost: this page continues by itself.
    </Notice>
  );
}
