import { within } from '#domain/within.ts';

type KeptStorage = 'kept' | 'refused' | 'unavailable' | 'unanswered';
type Storage = Pick<StorageManager, 'persist' | 'persisted'> | undefined;

/** Firefox asks the person, who may leave the question open for ever: the payment does not wait for it. */
export const KEEP_ANSWER_MS = 2_500;

const listeners = new Set<() => void>();
let asking: Promise<KeptStorage> | null = null;

/**
 * Asks the browser not to throw the payment records away when space is short (`navigator.storage.persist()`), before the first
 * payment (product.md §5). `refused`, `unavailable` and `unanswered` do not forbid a payment: the page then offers an export. An answer that comes
 * later counts all the same: who listens (`onKeptAnswer`) hears of it.
 */
export function askToKeepStorage(storage: Storage = globalThis.navigator?.storage): Promise<KeptStorage> {
  asking ??= ask(storage).finally(() => {
    asking = null;
    for (const listener of listeners) listener();
  });
  return inTime(asking);
}

async function ask(storage: Storage): Promise<KeptStorage> {
  if (typeof storage?.persist !== 'function') return 'unavailable';
  try {
    return (await storage.persisted()) || (await storage.persist()) ? 'kept' : 'refused';
  } catch {
    return 'unavailable';
  }
}

/** Whether the browser has promised to keep the records. Asks the person nothing. */
export function isStorageKept(storage: Storage = globalThis.navigator?.storage): Promise<KeptStorage> {
  if (typeof storage?.persisted !== 'function') return Promise.resolve('unavailable');
  return inTime(
    storage.persisted().then(
      (kept) => (kept ? 'kept' : 'refused'),
      () => 'unavailable',
    ),
  );
}

const inTime = (answer: Promise<KeptStorage>): Promise<KeptStorage> =>
  within(KEEP_ANSWER_MS, answer, () => new Error('no answer')).catch((): KeptStorage => 'unanswered');

/** Called when the browser has answered `askToKeepStorage`, in time or later. Returns the way to stop. */
export function onKeptAnswer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
