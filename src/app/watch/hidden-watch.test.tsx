import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchWhileHidden } from './hidden-watch.ts';

let hidden = false;
const setHidden = (value: boolean) => {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  hidden = false;
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a hidden tab looks every 30 s, a visible one never', () => {
  const look = vi.fn();
  const stop = watchWhileHidden(() => 30_000, look);
  vi.advanceTimersByTime(120_000);
  expect(look).not.toHaveBeenCalled();
  setHidden(true);
  vi.advanceTimersByTime(29_000);
  expect(look).not.toHaveBeenCalled();
  vi.advanceTimersByTime(91_000);
  expect(look).toHaveBeenCalledTimes(4);
  setHidden(false);
  vi.advanceTimersByTime(120_000);
  expect(look).toHaveBeenCalledTimes(4);
  stop();
});

test('nothing is looked at while nothing is awaited', () => {
  const look = vi.fn();
  let every: number | null = null;
  setHidden(true);
  const stop = watchWhileHidden(() => every, look);
  vi.advanceTimersByTime(600_000);
  expect(look).not.toHaveBeenCalled();
  every = 30_000;
  vi.advanceTimersByTime(5_000);
  expect(look).toHaveBeenCalledTimes(1);
  stop();
  vi.advanceTimersByTime(600_000);
  expect(look).toHaveBeenCalledTimes(1);
});

test('a computer that slept is not behind: one look, soon after it wakes', () => {
  const look = vi.fn();
  setHidden(true);
  const stop = watchWhileHidden(() => 300_000, look);
  // The wall clock went on, the timers did not.
  vi.setSystemTime(Date.now() + 8 * 3_600_000);
  vi.advanceTimersByTime(5_000);
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(look).toHaveBeenCalledTimes(1);
  stop();
});
