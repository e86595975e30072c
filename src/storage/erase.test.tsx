import { afterEach, expect, test, vi } from 'vitest';
import { database } from './database.ts';
import { eraseDevice } from './erase.ts';
import { PREFERENCES_KEY, SESSIONS_KEY, SIGNED_OUT_KEY } from './keys.ts';

afterEach(() => vi.restoreAllMocks());

test('nothing stays: database, local and session storage', async () => {
  await (await database()).put('vault', { id: 'code' }, 'code');
  localStorage.setItem(PREFERENCES_KEY, '{}');
  sessionStorage.setItem(SESSIONS_KEY, '[]');
  await eraseDevice();
  expect({ ...localStorage, ...sessionStorage }).toEqual({});
  expect(await (await database()).getAll('vault')).toEqual([]);
});

test('when the database cannot be deleted, the sign-out marks stay: without them its codes would be readable', async () => {
  localStorage.setItem(SIGNED_OUT_KEY, '{"*":5}');
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('refused', 'UnknownError');
  });
  await expect(eraseDevice()).rejects.toThrow('refused');
  expect(localStorage.getItem(SIGNED_OUT_KEY)).toBe('{"*":5}');
});
