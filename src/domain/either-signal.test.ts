import { describe, expect, test } from 'vitest';
import { eitherSignal } from './either-signal.ts';
import { testSignal } from '#testing/signal.ts';

describe('aborts with the first of its signals', () => {
  test.each([0, 1])('signal %i, and the reason is its own', (first) => {
    const sources = [testSignal(), testSignal()];
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
    const source = testSignal();
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
    const sources = [testSignal(), testSignal()];
    const { signal, release } = eitherSignal(...sources.map((source) => source.signal));
    expect(sources.map((source) => source.listeners())).toEqual([1, 1]);
    release();
    expect(sources.map((source) => source.listeners())).toEqual([0, 0]);
    sources[0]?.abort();
    expect(signal.aborted).toBe(false);
  });

  test('on the other signals once one is aborted', () => {
    const sources = [testSignal(), testSignal()];
    eitherSignal(...sources.map((source) => source.signal));
    sources[0]?.abort();
    expect(sources[1]?.listeners()).toBe(0);
  });
});
