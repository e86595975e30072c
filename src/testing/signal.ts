import { vi } from 'vitest';

interface TestSignal {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
  /** How many listeners it has now. */
  listeners(): number;
}

/** A signal that outlives the work it is given to: whatever listens to it has to let go. */
export function testSignal(): TestSignal {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Set<unknown>();
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  vi.spyOn(signal, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
    listeners.add(args[1]);
    add(...args);
  });
  vi.spyOn(signal, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
    listeners.delete(args[1]);
    remove(...args);
  });
  return { signal, abort: (reason) => controller.abort(reason), listeners: () => listeners.size };
}
