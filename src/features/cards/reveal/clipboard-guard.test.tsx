import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { CLIPBOARD_MS, clearClipboard, guardCopied } from './clipboard-guard.ts';
import { useAskToClear } from './clipboard-question.ts';

let clipboard = '';
let permission: PermissionState | 'unknown name' = 'granted';
let focused = true;
let reads = 0;

beforeEach(() => {
  vi.useFakeTimers();
  [clipboard, permission, focused, reads] = ['4111', 'granted', true, 0];
  vi.stubGlobal('navigator', {
    permissions: {
      query: async () => {
        if (permission === 'unknown name') throw new TypeError('clipboard-read is no permission here');
        return { state: permission };
      },
    },
    clipboard: {
      readText: async () => {
        reads += 1;
        return clipboard;
      },
      writeText: async (text: string) => {
        clipboard = text;
      },
    },
  });
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused);
});

afterEach(async () => {
  await clearClipboard();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const asks = (): boolean => useAskToClear.getState().askToClear;

test('after 60 s our text is taken off the clipboard, not before', async () => {
  guardCopied(Secret.of('4111'));
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS - 1);
  expect(clipboard).toBe('4111');
  await vi.advanceTimersByTimeAsync(1);
  expect(clipboard).toBe('');
  expect(asks()).toBe(false);
});

test('another text stays', async () => {
  guardCopied(Secret.of('4111'));
  clipboard = 'mine';
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
  expect(clipboard).toBe('mine');
  expect(asks()).toBe(false);
});

test.each(['prompt', 'denied', 'unknown name'] as const)(
  'where the permission is “%s” nothing is read: the person is asked',
  async (state) => {
    permission = state;
    guardCopied(Secret.of('4111'));
    await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
    expect(reads).toBe(0);
    expect(asks()).toBe(true);
    await clearClipboard();
    expect(clipboard).toBe('');
    expect(asks()).toBe(false);
  },
);

test('a page in the background may not look: the person is asked, and it is cleared when they come back', async () => {
  focused = false;
  guardCopied(Secret.of('4111'));
  await vi.advanceTimersByTimeAsync(CLIPBOARD_MS);
  expect(reads).toBe(0);
  expect(asks()).toBe(true);
  focused = true;
  window.dispatchEvent(new Event('focus'));
  await vi.advanceTimersByTimeAsync(0);
  expect(clipboard).toBe('');
  expect(asks()).toBe(false);
});

test('a second copy starts the minute anew, for the second text', async () => {
  guardCopied(Secret.of('4111'));
  await vi.advanceTimersByTimeAsync(50_000);
  clipboard = '987';
  guardCopied(Secret.of('987'));
  await vi.advanceTimersByTimeAsync(50_000);
  expect(clipboard).toBe('987');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(clipboard).toBe('');
});
