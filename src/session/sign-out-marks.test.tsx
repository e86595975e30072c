import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { ALERTS_KEY, SIGNED_OUT_KEY } from '#storage/keys.ts';
import {
  isSignedOut,
  markAllSignedOut,
  markSignedOut,
  onSignOutElsewhere,
  signedOutAtMs,
  signInTimeMs,
} from './sign-out-marks.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  localStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('a mark counts against sessions from before it and not against later ones', () => {
  markSignedOut([{ accountId: ADA, signedInAtMs: 500 }]);
  expect(isSignedOut({ accountId: ADA, signedInAtMs: 1_000 })).toBe(true);
  expect(isSignedOut({ accountId: ADA, signedInAtMs: 1_001 })).toBe(false);
  expect(isSignedOut({ accountId: BOB, signedInAtMs: 500 })).toBe(false);
});

test('signing in within the same millisecond, or after the clock went back, is after the sign-out', () => {
  markSignedOut([{ accountId: ADA, signedInAtMs: 5_000 }]);
  expect(signedOutAtMs(ADA)).toBe(5_000);
  vi.setSystemTime(10);
  expect(isSignedOut({ accountId: ADA, signedInAtMs: signInTimeMs(ADA) })).toBe(false);
});

test('“everywhere” counts against accounts this tab has never heard of', () => {
  markAllSignedOut([{ accountId: ADA, signedInAtMs: 2_000 }]);
  expect(isSignedOut({ accountId: BOB, signedInAtMs: 1_500 })).toBe(true);
  expect(isSignedOut({ accountId: ADA, signedInAtMs: 2_000 })).toBe(true);
  expect(isSignedOut({ accountId: BOB, signedInAtMs: signInTimeMs(BOB) })).toBe(false);
});

test('storage that is full has room for a sign-out: what is only a comfort makes way', () => {
  localStorage.setItem(ALERTS_KEY, 'much');
  const { setItem } = Storage.prototype;
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function full(this: Storage, key, value) {
    if (this.getItem(ALERTS_KEY) !== null) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, value);
  });
  markSignedOut([{ accountId: ADA, signedInAtMs: 500 }]);
  expect(localStorage.getItem(SIGNED_OUT_KEY)).toContain(ADA);
});

test('where storage takes nothing other tabs are told all the same, and what they tell counts here', async () => {
  vi.useRealTimers();
  const other = new BroadcastChannel(SIGNED_OUT_KEY);
  const told = new Promise((resolve) => other.addEventListener('message', ({ data }) => resolve(data)));
  const refused = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const CAROL = accountIdOf('0xCa501');
  const DAVE = accountIdOf('0xDa7e');
  markSignedOut([{ accountId: CAROL, signedInAtMs: 500 }]);
  expect(await told).toMatchObject({ [CAROL]: expect.any(Number) });
  expect(isSignedOut({ accountId: CAROL, signedInAtMs: 500 })).toBe(true);
  refused.mockRestore();

  const heard = new Promise<void>((resolve) => {
    const stop = onSignOutElsewhere(() => {
      stop();
      resolve();
    });
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
  other.postMessage({ [DAVE]: 700, junk: 'soon' });
  await heard;
  expect(isSignedOut({ accountId: DAVE, signedInAtMs: 700 })).toBe(true);
  other.close();
});

test('marks that something else wrote are ignored', () => {
  for (const junk of ['{', '7', 'null', '[]', '{"0xada":"soon"}']) {
    localStorage.setItem(SIGNED_OUT_KEY, junk);
    expect(signedOutAtMs(ADA)).toBe(0);
  }
});

test('another tab’s sign-out and a return from the back-forward cache are both noticed', () => {
  const listener = vi.fn();
  const stop = onSignOutElsewhere(listener);
  dispatchEvent(new StorageEvent('storage', { key: 'something else' }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(listener).toHaveBeenCalledTimes(0);
  dispatchEvent(new StorageEvent('storage', { key: SIGNED_OUT_KEY }));
  dispatchEvent(new StorageEvent('storage', { key: null }));
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
  dispatchEvent(new StorageEvent('storage', { key: SIGNED_OUT_KEY }));
  expect(listener).toHaveBeenCalledTimes(3);
});

test('A12: an account named like what every object has is signed out like any other', () => {
  const odd = { accountId: accountIdOf('__proto__'), signedInAtMs: 10 };
  expect(signedOutAtMs(odd.accountId)).toBe(0);
  markSignedOut([odd]);
  expect(isSignedOut(odd)).toBe(true);
  expect(signInTimeMs(odd.accountId)).toBeGreaterThan(10);
});
