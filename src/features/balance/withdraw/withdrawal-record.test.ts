import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { database } from '#storage/database.ts';
import { sendWithdrawal } from './mutations.ts';
import { aPage } from '../testing/sending.ts';
import { readRecords, writeRecord, type WithdrawalRecord } from './withdrawal-record.ts';
import { LET_GO_AFTER_MS } from './withdrawal-rules.ts';

const page = aPage();

describe('records that this page cannot read', () => {
  const put = async (value: unknown) => (await database()).put('withdrawals', value, 'theirs');

  test('A2: a damaged one, or one of a newer version, is asked about before another withdrawal is sent', async () => {
    for (const value of [{ version: 3, accountId: ACCOUNT }, 'broken']) {
      await put(value);
      expect(await page.send()).toEqual({ kind: 'not-sent', why: 'unreadable-record' });
    }
    const order = { laso: page.model.laso, amountCents: 1000, seenIds: [], locks: page.locks };
    expect(await sendWithdrawal({ ...order, acceptedRecords: ['theirs'] })).toMatchObject({ kind: 'made' });
  });

  test('another account’s is not this one’s business', async () => {
    await put({ version: 3, accountId: 'other' });
    expect(await page.send()).toMatchObject({ kind: 'made' });
  });
});

test('a record of the first version is read: it blocks, and is found', async () => {
  const old = {
    version: 1,
    id: 'old',
    accountId: ACCOUNT,
    amountCents: 1000,
    startedAtMs: 1,
    knownIds: [],
    state: 'unknown',
    endedAtMs: 2,
    answeredId: null,
    lookedAtMs: null,
    foundIds: [],
  };
  await (await database()).put('withdrawals', old, 'old');
  expect(await page.send()).toEqual({ kind: 'not-sent', why: 'open' });
  page.model.add(10);
  await page.look();
  expect(await page.states()).toEqual(['made']);
});

test('closed records go after a week', async () => {
  await page.send();
  const [made] = await readRecords(ACCOUNT);
  if (!made) throw new Error('No record.');
  const old: WithdrawalRecord = { ...made, closedAtMs: Date.now() - 8 * 86_400_000 };
  await writeRecord(old);
  await page.look();
  expect(await readRecords(ACCOUNT)).toEqual([]);
});

describe('the device’s clock is set while one waits', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  test('A2: a jump of an hour ahead lets go of nothing early', async () => {
    page.model.fate = 'never';
    await page.send();
    vi.setSystemTime(Date.now() + 3_600_000);
    await page.look();
    expect(await page.waysOut()).toEqual([null]);
  });

  test('A2: a record of a clock that was a year ahead does not block for ever', async () => {
    vi.setSystemTime(Date.now() + 365 * 86_400_000);
    page.model.fate = 'never';
    await page.send();
    vi.setSystemTime(Date.now() - 365 * 86_400_000);
    await page.lookAfter(LET_GO_AFTER_MS);
    expect(await page.waysOut()).toEqual(['click']);
  });
});
