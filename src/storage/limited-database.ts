import type { DBSchema, IDBPDatabase } from 'idb';
import { storageAnswered, storageSilent } from './storage-wait.ts';

/** A strict commit takes milliseconds, on a busy phone a second or two. */
export const TRANSACTION_LIMIT_MS = 10_000;

/**
 * The database with a time limit on every transaction, for all callers. A transaction that takes longer is
 * aborted, so it writes nothing, and its caller gets a `StorageSilent`. The exception: a transaction that the
 * browser is committing already cannot be aborted and may be written after all. Callers handle "could not be
 * stored" so that this is safe: they do not go on, and a record of a step that was never taken claims less
 * than nothing (a row "sent" that was not sent is "unknown" until the chain proves it unused). `onBroken`:
 * the connection is of no use any more (silent, or closed by the browser).
 */
export function limitedDatabase<Schema extends DBSchema>(
  db: IDBPDatabase<Schema>,
  onBroken: () => void,
): IDBPDatabase<Schema> {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'transaction')
        return (...args: unknown[]) => {
          const transaction = noting(onBroken, () => Reflect.apply(value, target, args));
          return limitedTransaction(transaction, onBroken);
        };
      // The library's shortcuts (`get`, `put` …) call `this.transaction`, which is the limited one; the
      // browser's own methods need their own object.
      return name in IDBDatabase.prototype ? value.bind(target) : value;
    },
  });
}

function limitedTransaction(transaction: LibraryTransaction, onBroken: () => void): LibraryTransaction {
  const inTime = watch(transaction, onBroken);
  return new Proxy(transaction, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'done') return inTime(() => target.done);
      if (name === 'store' && isObject(value)) return limitedStore(value, inTime);
      if (typeof value !== 'function') return value;
      if (name === 'objectStore')
        return (...args: unknown[]) => limitedStore(Reflect.apply(value, target, args), inTime);
      return value.bind(target);
    },
  });
}

const limitedStore = (store: object, inTime: InTime): object =>
  new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => inTime(() => Reflect.apply(value, target, args));
    },
  });

interface LibraryTransaction {
  readonly done: Promise<unknown>;
  abort(): void;
}

type InTime = (ask: () => unknown) => unknown;

function watch(transaction: LibraryTransaction, onBroken: () => void): InTime {
  let giveUp = (_error: Error): void => undefined;
  const late = new Promise<never>((_, reject) => (giveUp = reject));
  late.catch(() => undefined);
  const timer = setTimeout(() => {
    giveUp(storageSilent('browser'));
    onBroken();
    try {
      transaction.abort();
    } catch {
      // Committing, or over.
    }
  }, TRANSACTION_LIMIT_MS);
  const over = () => clearTimeout(timer);
  transaction.done.then(
    () => {
      over();
      storageAnswered();
    },
    (error: unknown) => {
      over();
      if (isBroken(error)) onBroken();
    },
  );
  return (ask) => {
    const answer = noting(onBroken, ask);
    if (!(answer instanceof Promise)) return answer;
    answer.catch((error: unknown) => isBroken(error) && onBroken());
    const inTime = Promise.race([answer, late]);
    // A caller that stops at the first rejection does not wait for "done", which then rejects too.
    inTime.catch(() => undefined);
    return inTime;
  };
}

function noting<T>(onBroken: () => void, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (isBroken(error)) onBroken();
    throw error;
  }
}

/** iOS: "Connection to Indexed Database server lost", "The database connection is closing". */
const BROKEN = new Set(['InvalidStateError', 'UnknownError']);
export const isBroken = (error: unknown): boolean => error instanceof DOMException && BROKEN.has(error.name);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
