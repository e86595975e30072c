import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useFetchedCode } from './use-fetched-code.ts';

test('code that could not be fetched is fetched again on request', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve({ wallets: 2 })];
  const load = () => answers.shift() ?? Promise.reject(new Error('asked too often'));
  const { result } = renderHook(() => useFetchedCode(load));
  await waitFor(() => expect(result.current.failed).toBe(true));
  expect(result.current.code).toBeNull();
  act(() => result.current.retry());
  await waitFor(() => expect(result.current.code).toEqual({ wallets: 2 }));
  expect(result.current.failed).toBe(false);
});
