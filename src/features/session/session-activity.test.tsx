import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { saveChainCheck } from '#storage/chain-checks.ts';
import { database } from '#storage/database.ts';
import { sessionActivity } from './activity.ts';
import {
  isLocked,
  replaceTokens,
  restoreSessions,
  signIn,
  signOut,
  signOutEverywhere,
  switchAccount,
  useSessions,
} from '#session/session-store.ts';
import { ALERTS_KEY, SESSIONS_KEY, SIGNED_OUT_KEY } from '#storage/keys.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');
const tokens = (name: string) => ({ idToken: `id-${name}`, refreshToken: `r-${name}`, expiresAtMs: 9e12 });
const enter = (accountId: AccountId, keep = false, name: string = accountId) =>
  signIn({ accountId, userId: accountId, tokens: tokens(name), keep });
const accounts = () => useSessions.getState().sessions.map((session) => session.accountId);
const onDevice = async () => JSON.stringify(await (await database()).getAll('sessions'));
const inTab = () => sessionStorage.getItem(SESSIONS_KEY) ?? '';
const forgetMemory = () => useSessions.setState({ sessions: [], active: null, showAll: false });
/** Another tab signed the account out, and this tab's storage event has come. */
const signedOutElsewhere = (accountId: AccountId) => {
  localStorage.setItem(SIGNED_OUT_KEY, JSON.stringify({ [accountId]: Date.now() + 1_000 }));
  dispatchEvent(new StorageEvent('storage', { key: SIGNED_OUT_KEY }));
};

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  await (await database()).clear('sessions');
  forgetMemory();
});
afterEach(() => void vi.restoreAllMocks());

test('a session of this tab is in sessionStorage and not on the device; a kept one the other way round', async () => {
  await enter(ADA);
  await enter(BOB, true);
  expect(inTab()).toContain('id-0xada');
  expect(inTab()).not.toContain('id-0xb0b');
  expect(await onDevice()).toContain('id-0xb0b');
  expect(await onDevice()).not.toContain('id-0xada');
});

test('after a reload both are back and the one that was on screen is on screen', async () => {
  await enter(ADA, true);
  await enter(BOB);
  switchAccount(ADA);
  forgetMemory();
  await restoreSessions();
  expect(accounts().toSorted()).toEqual([ADA, BOB].toSorted());
  expect(useSessions.getState().active).toBe(ADA);
});

test('signing in again without keeping takes the session off the device, and there is one account', async () => {
  await enter(ADA, true, 'first');
  await enter(ADA, false, 'second');
  expect(await onDevice()).toBe('[]');
  forgetMemory();
  await restoreSessions();
  expect(accounts()).toEqual([ADA]);
});

test('sign-ins before the present one are remembered over a reload, and forgotten with the sign-out', async () => {
  const clock = vi.spyOn(Date, 'now');
  for (const ms of [1_000, 2_000, 3_000]) {
    clock.mockReturnValue(ms);
    await enter(ADA, ms < 3_000);
  }
  forgetMemory();
  await restoreSessions();
  const told = () =>
    sessionActivity(useSessions.getState().sessions).map(({ when, detail }) => ({ when, detail }));
  expect(told()).toEqual([
    { when: { kind: 'instant', ms: 3_000 }, detail: 'this tab only' },
    { when: { kind: 'instant', ms: 2_000 }, detail: 'signed in again later' },
    { when: { kind: 'instant', ms: 1_000 }, detail: 'signed in again later' },
  ]);
  await signOut([ADA]);
  clock.mockReturnValue(4_000);
  await enter(ADA);
  expect(told()).toHaveLength(1);
});

test('a kept session that another tab took off the device is not put back by a renewal here', async () => {
  await enter(ADA, true, 'first');
  await (await database()).delete('sessions', ADA);
  await replaceTokens(ADA, tokens('renewed'));
  expect(await onDevice()).toBe('[]');
  expect(inTab()).toContain('id-renewed');
  expect(useSessions.getState().sessions).toMatchObject([{ keep: false, tokens: { idToken: 'id-renewed' } }]);
});

test('“everywhere” leaves no check of the chain and nothing found, also of accounts that no open tab holds', async () => {
  await saveChainCheck('0xclosed', 'eip155:8453', { anchor: 1 });
  localStorage.setItem(ALERTS_KEY, '{"byAccount":{"0xclosed":{"history":["$73.00"]}}}');
  await signOutEverywhere();
  expect(await (await database()).count('chain-checks')).toBe(0);
  expect(localStorage.getItem(ALERTS_KEY)).not.toContain('0xclosed');
});

test('an account in the tab and on the device is listed once, with the newer session', async () => {
  await enter(ADA, false, 'older');
  const stale = inTab();
  await enter(ADA, true, 'newer');
  sessionStorage.setItem(SESSIONS_KEY, stale);
  await (
    await database()
  ).put('sessions', { ...useSessions.getState().sessions[0], signedInAtMs: 8e12 }, ADA);
  forgetMemory();
  await restoreSessions();
  expect(useSessions.getState().sessions.map((session) => session.tokens?.idToken)).toEqual(['id-newer']);
});

test('signing out removes tokens from the tab and the device and leaves the other account', async () => {
  await enter(ADA, true);
  await enter(BOB);
  await signOut([BOB]);
  expect(accounts()).toEqual([ADA]);
  expect(useSessions.getState().active).toBe(ADA);
  expect(inTab()).toBe('');
  await signOutEverywhere();
  expect(await onDevice()).toBe('[]');
  expect(useSessions.getState()).toEqual({ sessions: [], active: null, showAll: false });
});

test('a sign-out in another tab takes this tab’s own copy of the tokens out of storage too', async () => {
  await restoreSessions();
  await enter(ADA);
  signedOutElsewhere(ADA);
  expect(accounts()).toEqual([]);
  await vi.waitFor(() => expect(inTab()).toBe(''));
});

test('a tab that slept through a sign-out finds its session gone, and gone from storage, when it loads', async () => {
  await enter(ADA);
  await enter(BOB, true);
  forgetMemory();
  localStorage.setItem(SIGNED_OUT_KEY, JSON.stringify({ '*': Date.now() + 1_000 }));
  await restoreSessions();
  expect(accounts()).toEqual([]);
  expect(inTab()).toBe('');
  expect(await onDevice()).toBe('[]');
});

test('tokens renewed while another tab signs the account out are not left on the device', async () => {
  await enter(ADA, true);
  localStorage.setItem(SIGNED_OUT_KEY, JSON.stringify({ [ADA]: Date.now() + 1_000 }));
  await replaceTokens(ADA, tokens('renewed'));
  expect(await onDevice()).toBe('[]');
});

test('a refused renewal keeps the account, without tokens; renewed tokens of nobody are ignored', async () => {
  await enter(ADA, true);
  await replaceTokens(ADA, null);
  await replaceTokens(BOB, tokens('b'));
  expect(accounts()).toEqual([ADA]);
  expect(await onDevice()).not.toContain('id-');
});

test('storage that refuses costs nothing but the memory of it', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await enter(ADA);
  expect(accounts()).toEqual([ADA]);
  await signOut([ADA]);
  expect(accounts()).toEqual([]);
});

test('records are locked by their owner’s sign-out until the owner is back, but not records made since', async () => {
  await enter(ADA);
  expect(isLocked(useSessions.getState().sessions, [ADA, BOB])).toBe(false);
  await signOut([ADA]);
  expect(isLocked([], ['0xADA', BOB])).toBe(true);
  expect(isLocked([], [BOB])).toBe(false);
  expect(isLocked([], [ADA], Date.now() + 1)).toBe(false);
  await enter(ADA);
  expect(isLocked(useSessions.getState().sessions, [ADA])).toBe(false);
});
