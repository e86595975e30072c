import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { database } from '#storage/database.ts';
import { withdrawalRecordsLock } from '#storage/keys.ts';
import { allowAnother, sendWithdrawal } from './mutations.ts';
import { meetRecords } from './settle-records.ts';
import { pageTime } from './since-end.ts';
import { aPage } from '../testing/sending.ts';
import { modelLocks, type Fate } from '../testing/withdrawal-builders.ts';
import { readRecords } from './withdrawal-record.ts';
import { LET_GO_AFTER_MS } from './withdrawal-rules.ts';

const page = aPage();

test('an answered withdrawal is made once; its record says so, and blocks nothing', async () => {
  expect(await page.send()).toEqual({ kind: 'made', amountCents: 1000 });
  expect(page.model.history).toMatchObject([{ amount: 10 }]);
  expect(await readRecords(ACCOUNT)).toMatchObject([{ state: 'made', foundIds: ['w1'] }]);
  expect(await page.send()).toMatchObject({ kind: 'made' });
});

test('the record is on the disk before anything is sent', async () => {
  let atSending: unknown;
  page.model.meanwhile = async () => {
    atSending = await readRecords(ACCOUNT);
  };
  page.model.add(3);
  await page.send();
  expect(atSending).toMatchObject([
    {
      state: 'sending',
      amountCents: 1000,
      before: { ids: ['w1'], balanceCents: 10_000 },
      endedAtMs: null,
    },
  ]);
});

describe('two clicks, two tabs', () => {
  test('at the same moment: one is sent, the other is told so', async () => {
    const outcomes = await Promise.all([page.send(), page.send(), page.send()]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['made', 'not-sent', 'not-sent']);
    expect(outcomes).toContainEqual({ kind: 'not-sent', why: 'busy' });
    expect(page.model.posts).toBe(1);
  });

  test('one after the other, both decided on the same history: the second is refused', async () => {
    await page.send([]);
    expect(await page.send([])).toEqual({ kind: 'not-sent', why: 'changed' });
    expect(page.model.posts).toBe(1);
    expect(await page.send(['w1'])).toMatchObject({ kind: 'made' });
  });

  test('a look at the history in another tab never passes for a withdrawal being sent', async () => {
    let lookEnds: (() => void) | undefined;
    const looking = page.locks.request(
      withdrawalRecordsLock(ACCOUNT),
      () => new Promise<void>((end) => (lookEnds = end)),
    );
    const sending = page.send();
    await vi.waitFor(() => expect(lookEnds).toBeDefined());
    expect(await page.send()).toEqual({ kind: 'not-sent', why: 'busy' });
    lookEnds?.();
    await looking;
    expect(await sending).toMatchObject({ kind: 'made' });
  });

  test('a browser without locks sends nothing', async () => {
    vi.stubGlobal('navigator', {});
    const outcome = await sendWithdrawal({ laso: page.model.laso, amountCents: 1, seenIds: [] });
    vi.unstubAllGlobals();
    expect(outcome).toEqual({ kind: 'not-sent', why: 'no-locks' });
    expect(page.model.posts).toBe(0);
  });
});

const LOST: [fate: Fate, state: string][] = [
  ['lost', 'made'],
  ['malformed', 'made'],
  ['twice', 'several'],
  ['twice-lost', 'several'],
  ['twice-then-refused', 'made'],
];

test.each(LOST)('when the request is %s, the history decides: %s', async (fate, state) => {
  page.model.fate = fate;
  expect(await page.send()).toMatchObject({ kind: state === 'made' ? 'made' : 'recorded' });
  expect(page.model.posts).toBe(1);
  expect(await page.states()).toEqual([state]);
});

test.each(['lost', 'twice-then-refused', 'malformed', 'never', 500] as const)(
  'when the request is %s and the history cannot be read, it is unknown and no other one is sent',
  async (fate) => {
    page.model.fate = fate;
    page.model.meanwhile = async () => {
      page.model.historyFails = true;
    };
    expect(await page.send()).toEqual({ kind: 'recorded' });
    page.model.historyFails = false;
    page.model.fate = 'answered';
    expect(await page.send(['w1'])).toEqual({ kind: 'not-sent', why: 'open' });
    expect(page.model.posts).toBe(1);
    await page.look();
    const found = ['lost', 'malformed', 'twice-then-refused'].some((one) => one === fate);
    expect(await page.open()).toHaveLength(found ? 0 : 1);
  },
);

test('one that never arrived blocks for a minute, then another one may be sent when the person says so', async () => {
  page.model.fate = 'never';
  expect(await page.send()).toEqual({ kind: 'recorded' });
  expect(await page.waysOut()).toEqual([null]);
  await page.lookAfter(LET_GO_AFTER_MS - 1);
  expect(await page.waysOut()).toEqual([null]);
  await page.lookAfter(LET_GO_AFTER_MS);
  expect(await page.waysOut()).toEqual(['click']);
  const [record] = await page.open();
  await allowAnother(page.model.laso, record?.id ?? '');
  expect(await page.states()).toEqual(['let-go']);
});

test('a list that was asked for before the record was written proves nothing', async () => {
  page.model.fate = 'never';
  await page.send();
  page.model.add(10);
  await page.look(0);
  expect(await page.open()).toHaveLength(1);
  await page.look();
  expect(await page.states()).toEqual(['made']);
});

test('a page that died while sending is found out about from the history', async () => {
  const dead = new Promise<never>(() => {});
  page.model.meanwhile = () => dead;
  void page.send();
  await vi.waitFor(async () => expect(await readRecords(ACCOUNT)).toHaveLength(1));
  // The next page has the locks for itself.
  page.locks = modelLocks();
  page.model.add(10);
  expect(await page.send(['w1'])).toEqual({ kind: 'not-sent', why: 'open' });
  await page.look();
  expect(await page.states()).toEqual(['made']);
});

test('looking does nothing while a withdrawal is being sent', async () => {
  page.model.meanwhile = () => page.look();
  expect(await page.send()).toMatchObject({ kind: 'made' });
});

test('A2: the acceptance of an earlier withdrawal, answered again by a cache, closes nothing', async () => {
  await page.send();
  page.model.fate = 'replayed';
  expect(await page.send()).toEqual({ kind: 'recorded' });
  expect(await page.states()).toEqual(['made', 'open']);
});

test('an accepted one that the history does not list yet is looked for, and said to be missing after a minute', async () => {
  page.model.fate = 'answered-unlisted';
  expect(await page.send()).toEqual({ kind: 'recorded' });
  expect(await page.states()).toEqual(['accepted']);
  await meetRecords(ACCOUNT);
  await page.look(pageTime() + LET_GO_AFTER_MS + 1_000);
  expect(await readRecords(ACCOUNT)).toMatchObject([{ state: 'accepted', look: 'not-listed' }]);
});

test('a session that has ended sends nothing and leaves nothing', async () => {
  page.model.sessionEndsAtSending = true;
  expect(await page.send()).toMatchObject({ kind: 'not-sent', why: 'session' });
  expect(page.model.posts).toBe(0);
  expect(await readRecords(ACCOUNT)).toEqual([]);
});

test('nothing is sent where the list of before is not whole: a 404 or an older list', async () => {
  page.model.add(3);
  page.model.historyIs404 = true;
  expect(await page.send(['w1'])).toEqual({ kind: 'not-sent', why: 'history' });
  page.model.historyIs404 = false;
  expect(await page.send(['w1', 'w2'])).toEqual({ kind: 'not-sent', why: 'history' });
  expect(page.model.posts).toBe(0);
});

test.each([null, 404])('nothing is sent while the balance cannot be compared (%s)', async (balance) => {
  page.model.balance = balance;
  expect(await page.send()).toMatchObject({ kind: 'not-sent', why: 'balance' });
  expect(page.model.posts).toBe(0);
});

test('nothing is sent when the history cannot be read first, or no record can be kept', async () => {
  page.model.historyFails = true;
  expect(await page.send()).toMatchObject({ kind: 'not-sent', why: 'history', error: { kind: 'offline' } });
  page.model.historyFails = false;
  const db = await database();
  const broken = vi.spyOn(db, 'transaction').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  expect(await page.send()).toMatchObject({ kind: 'not-sent', why: 'storage' });
  broken.mockRestore();
  expect(page.model.posts).toBe(0);
});

test('several are kept until the person has seen them, and block nothing', async () => {
  page.model.fate = 'twice';
  await page.send();
  expect(await readRecords(ACCOUNT)).toMatchObject([{ state: 'several', foundIds: ['w1', 'w2'] }]);
  await page.look();
  expect(await page.states()).toEqual(['several']);
  page.model.fate = 'answered';
  expect(await page.send()).toMatchObject({ kind: 'made' });
});
