import * as z from 'zod/mini';
import { create, type StoreApi, type UseBoundStore } from 'zustand';

/**
 * A small state of this device in localStorage, the same in every tab. `read` makes it from whatever storage holds (null when nothing is there) and
 * never throws. Storage that refuses costs the memory of it after a reload and nothing else. Never anything secret (ARCHITECTURE.md).
 */
export function createStoredState<T extends object>(
  key: string,
  read: (stored: unknown) => T,
): UseBoundStore<StoreApi<T>> {
  const store = create<T>()(() => read(readItem(key)));
  store.subscribe((state, before) => {
    if (state !== before && state !== fromOutside) writeItem(key, state);
  });
  let fromOutside: T | null = null;
  const follow = (stored: unknown) => {
    fromOutside = read(stored);
    store.setState(fromOutside, true);
  };
  if (typeof addEventListener === 'function')
    addEventListener('storage', (event) => {
      if (event.key === key || event.key === null) follow(readItem(key));
    });
  return store;
}

function readItem(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function writeItem(key: string, state: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(state));
  } catch {
    // Kept until the page is closed.
  }
}

/** For `read`: each field by its own schema, so that one that cannot be read is as at first and takes none with it. */
export const readFields =
  <T extends object>(fields: { [Key in keyof T]: z.ZodMiniType<T[Key]> }, initial: T) =>
  (stored: unknown): T => {
    const state = { ...initial };
    if (typeof stored !== 'object' || stored === null) return state;
    for (const key in fields) {
      const parsed = z.safeParse(fields[key], Reflect.get(stored, key));
      if (parsed.success) Object.assign(state, { [key]: parsed.data });
    }
    return state;
  };
