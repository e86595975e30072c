import { useStorageWait } from '#storage/storage-wait.ts';
import { lazyPart } from '#ui/lazy-part.tsx';

/** Most browsers answer: the words are fetched when one does not. */
const StorageNoticeWords = lazyPart('Why this page waits for the browser', () =>
  import('./storage-notice-words.tsx').then((module) => module.StorageNoticeWords),
);

/** The browser's storage does not answer. It goes by itself when it does. */
export function StorageNotice() {
  const waitsFor = useStorageWait((state) => state.waitsFor);
  return waitsFor && <StorageNoticeWords waitsFor={waitsFor} />;
}
