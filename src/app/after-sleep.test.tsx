import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { lookAgainAfterSleep } from './after-sleep.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function watched() {
  const queryClient = new QueryClient();
  queryClient.mount();
  const queryFn = vi.fn(() => Promise.resolve('answer'));
  const observer = new QueryObserver(queryClient, {
    queryKey: ['list'],
    queryFn,
    refetchOnWindowFocus: 'always',
  });
  const stops = [observer.subscribe(() => undefined), lookAgainAfterSleep()];
  return { queryFn, stop: () => stops.forEach((one) => one()) };
}

test('after a sleep everything is read again, once; time that passes as usual asks for nothing', async () => {
  const { queryFn, stop } = watched();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(queryFn).toHaveBeenCalledTimes(1);
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queryFn).toHaveBeenCalledTimes(2);
  stop();
});

test('a hidden page stays quiet after a sleep', async () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const { queryFn, stop } = watched();
  await vi.advanceTimersByTimeAsync(1_000);
  queryFn.mockClear();
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(queryFn).not.toHaveBeenCalled();
  stop();
});
