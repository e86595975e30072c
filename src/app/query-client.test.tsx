import { useQuery, onlineManager } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { createQueryClient } from './query-client.ts';

/** How often a read that fails so is asked before it counts as failed. */
async function asks(error: Error): Promise<number> {
  let asked = 0;
  const queryFn = () => {
    asked += 1;
    throw error;
  };
  await expect(createQueryClient().query({ queryKey: ['account'], queryFn, retryDelay: 1 })).rejects.toBe(
    error,
  );
  return asked;
}

test('a read that failed in passing is repeated twice; not where the server named a time, nor where it cannot help', async () => {
  expect(await asks(new LasoError('server', 'busy'))).toBe(3);
  expect(await asks(new LasoError('server', 'busy', { retryAfterMs: 600_000 }))).toBe(1);
  expect(await asks(new LasoError('server', 'final', { terminal: true }))).toBe(1);
  expect(await asks(new LasoError('forbidden', 'no'))).toBe(1);
  expect(await asks(new Error('a bug'))).toBe(1);
});

/** A page that shows a read which fails so, opened, left, and opened again after `laterMs`; and the network lost and found. */
async function asksOfAPage(error: Error, laterMs: number): Promise<number> {
  let asked = 0;
  const queryFn = () => {
    asked += 1;
    throw error;
  };
  const queryClient = createQueryClient();
  const Page = () => <p>{useQuery({ queryKey: ['account'], queryFn }).status}</p>;
  const open = () => renderWithProviders(<Page />, { queryClient });
  const first = open();
  await waitFor(() => expect(first.container.textContent).toBe('error'));
  first.unmount();
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + laterMs);
  const second = open();
  onlineManager.setOnline(false);
  onlineManager.setOnline(true);
  await waitFor(() => expect(second.container.textContent).toBe('error'));
  second.unmount();
  now.mockRestore();
  return asked;
}

test('a page that opens, or a network that is back, does not ask before the wait is over, nor ever what is final', async () => {
  const waiting = new LasoError('rate-limited', 'slow', { retryAfterMs: 90_000 });
  expect(await asksOfAPage(waiting, 89_000)).toBe(1);
  expect(await asksOfAPage(waiting, 91_000)).toBeGreaterThan(1);
  expect(await asksOfAPage(new LasoError('not-found', 'gone', { terminal: true }), 86_400_000)).toBe(1);
});
