import * as z from 'zod/mini';
import { create, type StoreApi, type UseBoundStore } from 'zustand';

type StoredState<T> = UseBoundStore<StoreApi<T>> & {
  /**
   * Reads storage again. Call it before a change without a user action: this tab may have slept, and would
   * write deleted data back.
   */
  reread: () => void;
};

/**
 * A small state of this device in localStorage, the same in every tab. `read` makes it from any stored value
 * (null when nothing is stored) and never throws. Where storage is refused, the state is only lost at a
 * reload. Never anything secret (ARCHITECTURE.md).
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
    // A state that could not be written stays in memory until the page is closed; storage is unchanged.
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
    // Pages in the back-forward cache get no `storage` events.
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

/**
 * For `read`: parses each field by its own schema, so that an unreadable field gets its initial value and the
 * others are kept.
 */
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
