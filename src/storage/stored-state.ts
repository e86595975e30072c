import * as z from 'zod/mini';
import { create, type StoreApi, type UseBoundStore } from 'zustand';

export type StoredState<T> = UseBoundStore<StoreApi<T>> & {
  /** Takes over what storage holds now. Before a change that nobody watches: this tab may have slept, and would write back what is gone. */
  reread: () => void;
};

/**
 * A small state of this device in localStorage, the same in every tab. `read` makes it from whatever storage holds (null when nothing is there) and
 * never throws. Storage that refuses costs the memory of it after a reload and nothing else. Never anything secret (ARCHITECTURE.md).
 */
export function createStoredState<T extends object>(
  key: string,
  read: (stored: unknown) => T,
): StoredState<T> {
  // Undefined where storage is refused: then memory is all there is.
  let text = readText(key);
  const store = create<T>()(() => read(parsed(text)));
  let fromOutside: T | null = null;
  store.subscribe((state, before) => {
    if (state === before || state === fromOutside) return;
    const now = JSON.stringify(state);
    // What could not be written is kept until the page is closed: storage still holds what it held.
    if (writeText(key, now)) text = now;
  });
  const reread = () => {
    const now = readText(key);
    if (now === undefined || now === text) return;
    text = now;
    fromOutside = read(parsed(now));
    store.setState(fromOutside, true);
  };
  if (typeof addEventListener === 'function') {
    addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) reread();
    });
    // Pages in the back-forward cache hear of no change.
    addEventListener('pageshow', (event) => {
      if (event.persisted) reread();
    });
  }
  return Object.assign(store, { reread });
}

function readText(key: string): string | null | undefined {
  try {
    return localStorage.getItem(key);
  } catch {
    return undefined;
  }
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function writeText(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** For `read`: each field by its own schema, so that one that cannot be read is as at first and takes none with it. */
export const readFields =
  <T extends object>(fields: { [Key in keyof T]: z.ZodMiniType<T[Key]> }, initial: T) =>
  (stored: unknown): T => {
    const state = { ...initial };
    if (typeof stored !== 'object' || stored === null) return state;
    for (const key in fields) {
      const parsedField = z.safeParse(fields[key], Reflect.get(stored, key));
      if (parsedField.success) Object.assign(state, { [key]: parsedField.data });
    }
    return state;
  };
