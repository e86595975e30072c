import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { usePreferences } from '#storage/preferences.ts';
import { REVEAL_MS } from '#ui/use-revealed.ts';
import { useOneTimeImage } from './use-one-time-image.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  setHidden(false);
  usePreferences.setState({ hideOnBlur: false });
  vi.useRealTimers();
});

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A hook whose addresses arrive when the test says so. */
function showing() {
  const asked: { signal: AbortSignal; answer: (address: string) => void; refuse: (error: Error) => void }[] =
    [];
  const onProblem = vi.fn<(error: unknown) => void>();
  const hook = renderHook(() =>
    useOneTimeImage(
      (signal) =>
        new Promise<Secret>((resolve, reject) => {
          asked.push({ signal, answer: (address) => resolve(Secret.of(address)), refuse: reject });
        }),
      onProblem,
    ),
  );
  const shown = () => hook.result.current.shown?.values.reveal() ?? null;
  const show = async () => {
    await act(async () => void hook.result.current.show());
    return asked.at(-1);
  };
  const problem = () => onProblem.mock.lastCall?.[0];
  return { hook, shown, show, asked, problem };
}

test('a picture is asked for, stays 30 s, and is asked for again the next time', async () => {
  const { shown, show, asked } = showing();
  const request = await show();
  await act(async () => request?.answer('https://pictures.example/1'));
  expect(shown()).toBe('https://pictures.example/1');
  act(() => void vi.advanceTimersByTime(REVEAL_MS - 1));
  expect(shown()).not.toBeNull();
  act(() => void vi.advanceTimersByTime(1));
  expect(shown()).toBeNull();
  await show();
  expect(asked).toHaveLength(2);
});

test.each([
  ['a hidden tab', () => setHidden(true)],
  ['going into the back-forward cache', () => void window.dispatchEvent(new Event('pagehide'))],
])('%s takes it away', async (_what, happen) => {
  const { shown, show } = showing();
  const request = await show();
  await act(async () => request?.answer('https://pictures.example/1'));
  act(happen);
  expect(shown()).toBeNull();
});

test('another window takes it away once its owner has set that', async () => {
  const { shown, show } = showing();
  const request = await show();
  await act(async () => request?.answer('https://pictures.example/1'));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(shown()).not.toBeNull();
  act(() => usePreferences.setState({ hideOnBlur: true }));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(shown()).toBeNull();
});

test('once it is out of sight the browser’s notes of what was loaded are cleared', async () => {
  const cleared = vi.spyOn(performance, 'clearResourceTimings').mockReturnValue();
  const { hook, show } = showing();
  const request = await show();
  await act(async () => request?.answer('https://pictures.example/1'));
  expect(cleared).not.toHaveBeenCalled();
  act(() => hook.result.current.hide());
  expect(cleared).toHaveBeenCalledOnce();
  cleared.mockRestore();
});

test('after a sleep longer than its time it goes at once', async () => {
  const { shown, show } = showing();
  const request = await show();
  await act(async () => request?.answer('https://pictures.example/1'));
  vi.setSystemTime(Date.now() + REVEAL_MS);
  act(() => void window.dispatchEvent(new Event('focus')));
  expect(shown()).toBeNull();
});

test('an address that arrives after Hide is never shown', async () => {
  const { hook, shown, show } = showing();
  const request = await show();
  act(() => hook.result.current.hide());
  expect(request?.signal.aborted).toBe(true);
  await act(async () => request?.answer('https://pictures.example/1'));
  expect(shown()).toBeNull();
});

test('a refusal and a picture that does not load are told, and forgotten at the next try', async () => {
  const { hook, shown, show, problem } = showing();
  const refusal = new Error('refused');
  const request = await show();
  await act(async () => request?.refuse(refusal));
  expect(problem()).toBe(refusal);
  const second = await show();
  expect(problem()).toBeNull();
  await act(async () => second?.answer('https://pictures.example/2'));
  act(() => hook.result.current.failed(refusal));
  expect([shown(), problem()]).toEqual([null, refusal]);
});
