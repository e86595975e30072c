import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askToKeepStorage, isStorageKept, KEEP_ANSWER_MS, onKeptAnswer } from './keep-storage.ts';

const NEVER = () => new Promise<boolean>(() => undefined);
const yes = async () => true;
const no = async () => false;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([
  ['promised before', { persisted: yes, persist: no }, 'kept'],
  ['allowed', { persisted: no, persist: yes }, 'kept'],
  ['refused', { persisted: no, persist: no }, 'refused'],
  ['broken', { persisted: no, persist: () => Promise.reject(new Error('no')) }, 'unavailable'],
])('storage that is %s: %s', async (_what, storage, answer) => {
  expect(await askToKeepStorage(storage)).toBe(answer);
});

test('F5: a question that the person leaves open stops nothing after two and a half seconds, and its late answer is heard', async () => {
  let answer = (_kept: boolean): void => undefined;
  const persist = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
  const heard = vi.fn();
  const stop = onKeptAnswer(heard);
  const first = askToKeepStorage({ persisted: no, persist });
  await vi.advanceTimersByTimeAsync(KEEP_ANSWER_MS);
  expect(await first).toBe('unanswered');
  // The next payment does not put the question beside the first.
  const second = askToKeepStorage({ persisted: no, persist });
  await vi.advanceTimersByTimeAsync(KEEP_ANSWER_MS);
  expect(await second).toBe('unanswered');
  expect([persist.mock.calls.length, heard.mock.calls.length]).toEqual([1, 0]);
  answer(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toHaveBeenCalledOnce();
  stop();
});

test('F5: a browser that never says whether it keeps the records is not waited for', async () => {
  const asked = isStorageKept({ persisted: NEVER, persist: NEVER });
  await vi.advanceTimersByTimeAsync(KEEP_ANSWER_MS);
  expect(await asked).toBe('unanswered');
});
