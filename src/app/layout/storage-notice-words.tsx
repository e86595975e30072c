import { StorageSilent, type StorageWait } from '#storage/storage-wait.ts';
import { Notice } from '#ui/notice.tsx';

/** What stands still while the browser's storage does not answer, and what the person can do. */
export function StorageNoticeWords({ waitsFor }: { waitsFor: StorageWait }) {
  return (
    <Notice tone="caution" title={new StorageSilent(waitsFor).message}>
      Until then accounts that are kept signed in, records of payments and saved codes cannot be read, and no
      payment can be made here. Nothing is lost: this page continues by itself.
    </Notice>
  );
}
