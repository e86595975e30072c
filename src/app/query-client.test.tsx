import { expect, test } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
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
  expect(await asks(new LasoError('forbidden', 'no'))).toBe(1);
  expect(await asks(new Error('a bug'))).toBe(1);
});
