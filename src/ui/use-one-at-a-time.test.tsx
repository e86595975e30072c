import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useOneAtATime } from './use-one-at-a-time.ts';

test('a second run while one is busy does nothing', async () => {
  const { result } = renderHook(() => useOneAtATime());
  const { promise, resolve } = Promise.withResolvers<void>();
  const second = vi.fn<() => Promise<void>>(() => Promise.resolve());
  await act(async () => void result.current.run(() => promise));
  expect(result.current.busy).toBe(true);
  await act(() => result.current.run(second));
  expect(second).not.toHaveBeenCalled();
  await act(async () => resolve());
  expect(result.current.busy).toBe(false);
  await act(() => result.current.run(second));
  expect(second).toHaveBeenCalledOnce();
});

test('what the work throws is the error until the next run starts', async () => {
  const { result } = renderHook(() => useOneAtATime());
  const refused = new Error('refused');
  await act(() => result.current.run(() => Promise.reject(refused)));
  expect(result.current.error).toBe(refused);
  expect(result.current.busy).toBe(false);
  await act(() => result.current.run(() => Promise.resolve()));
  expect(result.current.error).toBeNull();
});
