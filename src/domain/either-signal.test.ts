import { describe, expect, test, vi } from 'vitest';
import { eitherSignal } from './either-signal.ts';

/** A signal whose listeners can be counted. */
function counted() {
  const controller = new AbortController();
  const { signal } = controller;
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  vi.spyOn(signal, 'addEventListener').mockImplementation((...args: Parameters<typeof add>) => {
    listeners += 1;
    add(...args);
  });
  vi.spyOn(signal, 'removeEventListener').mockImplementation((...args: Parameters<typeof remove>) => {
    listeners -= 1;
    remove(...args);
  });
  return { signal, abort: (reason?: unknown) => controller.abort(reason), listeners: () => listeners };
}

describe('aborts with the first of its signals', () => {
  test.each([0, 1])('signal %i, and the reason is its own', (first) => {
    const sources = [counted(), counted()];
    const { signal } = eitherSignal(...sources.map((source) => source.signal));
    expect(signal.aborted).toBe(false);
    const reason = new Error('given up');
    sources[first]?.abort(reason);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe(reason);
    sources[1 - first]?.abort(new Error('too late'));
    expect(signal.reason).toBe(reason);
  });

  test('one that is aborted already aborts it at once', () => {
    const source = counted();
    const reason = new Error('before');
    source.abort(reason);
    const { signal } = eitherSignal(undefined, new AbortController().signal, source.signal);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toBe(reason);
  });

  test('a time limit keeps its name', async () => {
    const { signal } = eitherSignal(new AbortController().signal, AbortSignal.timeout(1));
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve);
    });
    expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
  });
});

describe('leaves no listener behind', () => {
  test('after release', () => {
    const sources = [counted(), counted()];
    const { signal, release } = eitherSignal(...sources.map((source) => source.signal));
    expect(sources.map((source) => source.listeners())).toEqual([1, 1]);
    release();
    expect(sources.map((source) => source.listeners())).toEqual([0, 0]);
    sources[0]?.abort();
    expect(signal.aborted).toBe(false);
  });

  test('on the other signals once one is aborted', () => {
    const sources = [counted(), counted()];
    eitherSignal(...sources.map((source) => source.signal));
    sources[0]?.abort();
    expect(sources[1]?.listeners()).toBe(0);
  });
});
