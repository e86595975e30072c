import { RpcError } from './rpc-error.ts';

/** Waits; rejects with the signal's reason once that is aborted. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

export const wait: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });

/**
 * After so many failures in a row (of every node) a read gives up: 1, 2, 4 and 8 s, or what the node asked
 * for.
 */
export const MAX_FAILURES = 5;

export const backOffMs = (failures: number, error: RpcError): number =>
  Math.max(error.retryAfterMs ?? 0, 1_000 * 2 ** (failures - 1));

/** Tries again where a node is busy or silent; what it refuses is not asked again. */
export async function patiently<T>(
  read: () => Promise<T>,
  options: { signal: AbortSignal; wait: Wait },
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await read();
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof RpcError) || error.kind === 'refused' || failures >= MAX_FAILURES) throw error;
      await options.wait(backOffMs(failures, error), options.signal);
    }
  }
}
