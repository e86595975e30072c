import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { REVEAL_MS, useRevealed } from './use-revealed.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  setHidden(false);
  vi.useRealTimers();
});

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A hook whose secret arrives when the test says so. */
function revealing() {
  const asked: { signal: AbortSignal; answer: (text: string) => void; refuse: (error: Error) => void }[] = [];
  const hook = renderHook(
    ({ hideOnBlur }) =>
      useRevealed(
        (signal) =>
          new Promise<{ cvv: Secret }>((resolve, reject) => {
            asked.push({ signal, answer: (text) => resolve({ cvv: Secret.of(text) }), refuse: reject });
          }),
        { hideOnBlur },
      ),
    { initialProps: { hideOnBlur: false } },
  );
  const shown = () => hook.result.current.shown?.values.cvv.reveal() ?? null;
  const reveal = async () => {
    let outcome: Promise<boolean> = Promise.resolve(false);
    await act(async () => {
      outcome = hook.result.current.reveal();
    });
    return { outcome, request: asked.at(-1) };
  };
  return { hook, shown, reveal };
}

test('a detail is fetched when asked for, shown for 30 s and then gone', async () => {
  const { hook, shown, reveal } = revealing();
  expect(shown()).toBeNull();
  const { outcome, request } = await reveal();
  expect(hook.result.current.pending).toBe(true);
  await act(async () => request?.answer('987'));
  expect(await outcome).toBe(true);
  expect(shown()).toBe('987');
  act(() => void vi.advanceTimersByTime(REVEAL_MS - 1));
  expect(shown()).toBe('987');
  act(() => void vi.advanceTimersByTime(1));
  expect(shown()).toBeNull();
});

test.each([
  ['a hidden tab', () => setHidden(true)],
  ['a tab that is frozen', () => void document.dispatchEvent(new Event('freeze'))],
  ['going into the back-forward cache', () => void window.dispatchEvent(new Event('pagehide'))],
])('%s takes it away', async (_what, happen) => {
  const { shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  act(happen);
  expect(shown()).toBeNull();
});

test.each([
  ['the tab is seen again', () => setHidden(false)],
  ['the window gets the focus', () => void window.dispatchEvent(new Event('focus'))],
  ['the page comes back from the back-forward cache', () => void window.dispatchEvent(new Event('pageshow'))],
  ['a second passes', () => void vi.advanceTimersByTime(1_000)],
])('after a sleep longer than the countdown it goes at once when %s', async (_what, happen) => {
  const { shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  // Asleep: the clock goes on, the timers do not.
  vi.setSystemTime(Date.now() + REVEAL_MS);
  act(happen);
  expect(shown()).toBeNull();
});

test('what is hidden is out of the page before the event is over, for a frozen page draws nothing more', async () => {
  const { shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  setHidden(true);
  expect(shown()).toBeNull();
});

test('an answer that comes after a sleep is not shown', async () => {
  const { hook, shown, reveal } = revealing();
  const { outcome, request } = await reveal();
  vi.setSystemTime(Date.now() + 3_600_000);
  await act(async () => request?.answer('987'));
  expect(await outcome).toBe(false);
  expect([shown(), hook.result.current.pending]).toEqual([null, false]);
});

test('a clock that is set back keeps nothing in sight', async () => {
  const { shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  vi.setSystemTime(Date.now() - 3_600_000);
  act(() => void vi.advanceTimersByTime(REVEAL_MS));
  expect(shown()).toBeNull();
});

test('blur alone leaves it: people type it into the next window', async () => {
  const { shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(shown()).toBe('987');
});

test('blur takes it away, and stops what is on its way, once its owner has set that', async () => {
  const { hook, shown, reveal } = revealing();
  const { request } = await reveal();
  await act(async () => request?.answer('987'));
  hook.rerender({ hideOnBlur: true });
  expect(shown()).toBe('987');
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(shown()).toBeNull();

  const { outcome, request: second } = await reveal();
  act(() => void window.dispatchEvent(new Event('blur')));
  expect(second?.signal.aborted).toBe(true);
  await act(async () => second?.answer('987'));
  expect(await outcome).toBe(false);
  expect(hook.result.current.shown).toBeNull();
});

test('hiding while it is on its way stops the request and shows nothing when it arrives all the same', async () => {
  const { hook, shown, reveal } = revealing();
  const { outcome, request } = await reveal();
  act(() => hook.result.current.hide());
  expect(request?.signal.aborted).toBe(true);
  await act(async () => request?.answer('987'));
  expect(await outcome).toBe(false);
  expect(shown()).toBeNull();
  expect(hook.result.current.pending).toBe(false);
});

test('leaving the page stops the request', async () => {
  const { hook, reveal } = revealing();
  const { request } = await reveal();
  hook.unmount();
  expect(request?.signal.aborted).toBe(true);
});

test('a failure is reported, shows nothing, and is cleared at the next try', async () => {
  const { hook, shown, reveal } = revealing();
  const { outcome, request } = await reveal();
  const refusal = new Error('refused');
  await act(async () => request?.refuse(refusal));
  expect(await outcome).toBe(false);
  expect(shown()).toBeNull();
  expect(hook.result.current.error).toBe(refusal);
  await reveal();
  expect(hook.result.current.error).toBeNull();
});
