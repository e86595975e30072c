import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LOCK_WAIT_MS, LockHeld, withLockInTime } from './lock-in-time.ts';
import { withLockIfFreeAndThen } from './locks.ts';

let wake = (): void => undefined;
const hold = (name: string) =>
  new Promise<void>((held) => {
    void navigator.locks.request(name, () => {
      held();
      return new Promise<void>((released) => (wake = released));
    });
  });
const work = vi.fn(async () => 'done');

beforeEach(() => {
  work.mockClear();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  wake();
  vi.useRealTimers();
});

test('F12: a lock that a sleeping tab holds is given up in time, and the work is not done', async () => {
  await hold('one');
  const waiting = withLockInTime(navigator.locks, 'one', work).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(LOCK_WAIT_MS);
  expect(await waiting).toBeInstanceOf(LockHeld);
  wake();
  expect(await withLockInTime(navigator.locks, 'one', work)).toBe('done');
  expect(work).toHaveBeenCalledOnce();
});

test('F12: a withdrawal is not sent while a sleeping tab holds its records, and says so', async () => {
  await hold('records');
  const waiting = withLockIfFreeAndThen('sending', 'records', work);
  await vi.advanceTimersByTimeAsync(LOCK_WAIT_MS);
  expect(await waiting).toEqual({ ran: false, why: 'held' });
  expect(work).not.toHaveBeenCalled();
});

test('what fails under the lock fails as it did', async () => {
  const failing = () => Promise.reject(new TypeError('of the work'));
  await expect(withLockInTime(navigator.locks, 'one', failing)).rejects.toThrow('of the work');
});
