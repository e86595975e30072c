import { afterEach, expect, test, vi } from 'vitest';
import { database } from './database.ts';
import { eraseDevice } from './erase.ts';

afterEach(() => vi.restoreAllMocks());

test('nothing stays: database, local and session storage', async () => {
  await (await database()).put('vault', { id: 'code' }, 'code');
  localStorage.setItem('laso.preferences', '{}');
  sessionStorage.setItem('laso.sessions', '[]');
  await eraseDevice();
  expect({ ...localStorage, ...sessionStorage }).toEqual({});
  expect(await (await database()).getAll('vault')).toEqual([]);
});

test('where the database cannot be deleted the marks of sign-outs stay, or its codes would be open to anybody', async () => {
  localStorage.setItem('laso.signed-out', '{"*":5}');
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('refused', 'UnknownError');
  });
  await expect(eraseDevice()).rejects.toThrow('refused');
  expect(localStorage.getItem('laso.signed-out')).toBe('{"*":5}');
});
