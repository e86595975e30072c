import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listWithdrawals } from '#laso/get-withdrawal-status.ts';
import { ACCOUNT } from '#laso/test-client.ts';
import { closeDatabase, database, DATABASE_NAME } from '#storage/database.ts';
import { sendWithdrawal } from './mutations.ts';
import { recordsLock, settleRecords } from './settle-records.ts';
import { modelLaso, modelLocks, type Fate } from './test-withdrawals.ts';
import { isOpen, LET_GO_AFTER_MS, mayLetGo, readRecords } from './withdrawal-record.ts';

let model: ReturnType<typeof modelLaso>;
let locks: ReturnType<typeof modelLocks>;
beforeEach(async () => {
  await closeDatabase();
  indexedDB.deleteDatabase(DATABASE_NAME);
  model = modelLaso();
  locks = modelLocks();
});

const send = (seenIds = model.history.map(({ id }) => id), amountCents = 1000) =>
  sendWithdrawal({ laso: model.laso, amountCents, seenIds, locks });
const open = async () => (await readRecords(ACCOUNT)).filter(isOpen);
/** What the page does with every read of the history. */
const look = async (atMs = Date.now()) =>
  settleRecords(ACCOUNT, await listWithdrawals(model.laso.client, ACCOUNT), atMs, locks);

test('an answered withdrawal is made once and leaves no record', async () => {
  expect(await send()).toEqual({ kind: 'made', amountCents: 1000 });
  expect(model.history).toMatchObject([{ amount: 10 }]);
  expect(await readRecords(ACCOUNT)).toEqual([]);
});

test('the record is on the disk before anything is sent', async () => {
  let atSending: unknown;
  model.meanwhile = async () => {
    atSending = await readRecords(ACCOUNT);
  };
  model.add(3);
  await send();
  expect(atSending).toMatchObject([
    { state: 'sending', amountCents: 1000, knownIds: ['w1'], endedAtMs: null },
  ]);
});

describe('two clicks, two tabs', () => {
  test('at the same moment: one is sent, the other is told so', async () => {
    const outcomes = await Promise.all([send(), send(), send()]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['made', 'not-sent', 'not-sent']);
    expect(outcomes).toContainEqual({ kind: 'not-sent', why: 'busy' });
    expect(model.posts).toBe(1);
  });

  test('one after the other, both decided on the same history: the second is refused', async () => {
    await send([]);
    expect(await send([])).toEqual({ kind: 'not-sent', why: 'changed' });
    expect(model.posts).toBe(1);
    expect(await send(['w1'])).toMatchObject({ kind: 'made' });
  });

  test('a look at the history in another tab never passes for a withdrawal being sent', async () => {
    let lookEnds: (() => void) | undefined;
    const looking = locks.request(recordsLock(ACCOUNT), () => new Promise<void>((end) => (lookEnds = end)));
    const sending = send();
    await vi.waitFor(() => expect(lookEnds).toBeDefined());
    expect(await send()).toEqual({ kind: 'not-sent', why: 'busy' });
    lookEnds?.();
    await looking;
    expect(await sending).toMatchObject({ kind: 'made' });
  });

  test('a browser without locks sends nothing', async () => {
    vi.stubGlobal('navigator', {});
    const outcome = await sendWithdrawal({ laso: model.laso, amountCents: 1, seenIds: [] });
    vi.unstubAllGlobals();
    expect(outcome).toEqual({ kind: 'not-sent', why: 'no-locks' });
    expect(model.posts).toBe(0);
  });
});

const LOST: [fate: Fate, kind: string][] = [
  ['lost', 'made'],
  ['malformed', 'made'],
  ['twice', 'several'],
  ['twice-lost', 'several'],
  ['twice-then-refused', 'made'],
];

test.each(LOST)('when the request is %s, the history decides: %s', async (fate, kind) => {
  model.fate = fate;
  expect(await send()).toMatchObject({ kind });
  expect(model.posts).toBe(1);
  expect(await open()).toEqual([]);
});

test.each(['lost', 'twice-then-refused', 'malformed', 'never', 500] as const)(
  'when the request is %s and the history cannot be read, it is unknown and no other one is sent',
  async (fate) => {
    model.fate = fate;
    model.meanwhile = async () => {
      model.historyFails = true;
    };
    expect(await send()).toEqual({ kind: 'unknown' });
    model.historyFails = false;
    model.fate = 'answered';
    expect(await send(['w1'])).toEqual({ kind: 'not-sent', why: 'open' });
    expect(model.posts).toBe(1);
    await look();
    const found = ['lost', 'malformed', 'twice-then-refused'].some((one) => one === fate);
    expect(await open()).toHaveLength(found ? 0 : 1);
  },
);

test('one that never arrived blocks for a minute, then another one may be sent when the person says so', async () => {
  model.fate = 'never';
  expect(await send()).toEqual({ kind: 'unknown' });
  const [record] = await open();
  if (!record) throw new Error('No record.');
  expect(mayLetGo(record)).toBe(false);
  await look((record.endedAtMs ?? 0) + LET_GO_AFTER_MS - 1);
  expect((await open()).map(mayLetGo)).toEqual([false]);
  await look((record.endedAtMs ?? 0) + LET_GO_AFTER_MS);
  expect((await open()).map(mayLetGo)).toEqual([true]);
});

test('a list that was asked for before the request ended proves nothing', async () => {
  model.fate = 'never';
  await send();
  await look(0);
  expect(await open()).toHaveLength(1);
  const [record] = await open();
  expect(record?.lookedAtMs).not.toBe(0);
});

test('a page that died while sending is found out about from the history', async () => {
  const dead = new Promise<never>(() => {});
  model.meanwhile = () => dead;
  void send();
  await vi.waitFor(async () => expect(await readRecords(ACCOUNT)).toHaveLength(1));
  // The next page has the locks for itself.
  locks = modelLocks();
  model.add(10);
  expect(await send(['w1'])).toEqual({ kind: 'not-sent', why: 'open' });
  await look();
  expect(await readRecords(ACCOUNT)).toEqual([]);
});

test('looking does nothing while a withdrawal is being sent', async () => {
  model.meanwhile = () => look();
  expect(await send()).toMatchObject({ kind: 'made' });
});

test.each([400, 401, 403, 404])('a refusal (%d) leaves nothing behind', async (status) => {
  model.fate = status;
  expect(await send()).toMatchObject({ kind: 'refused', error: { status } });
  expect(await readRecords(ACCOUNT)).toEqual([]);
});

describe('a refusal that a repeat may get while the first try is still carried out', () => {
  const CASES: [status: number, balanceAfter: number | null][] = [
    [409, 100],
    [429, 100],
    [400, 90],
    [400, null],
  ];
  test.each(CASES)('%d, and the balance is then %s: unknown until it is found', async (status, balance) => {
    model.fate = status;
    model.meanwhile = async () => {
      model.balance = balance;
    };
    expect(await send()).toEqual({ kind: 'unknown' });
    expect(await open()).toMatchObject([{ state: 'unknown', refusal: { words: 'Refused' } }]);
    expect(await send()).toEqual({ kind: 'not-sent', why: 'open' });
    expect(model.posts).toBe(1);
    model.add(10);
    await look();
    expect(await readRecords(ACCOUNT)).toEqual([]);
  });

  test.each([400, 409, 429])('%d: never found, another one may be sent after a minute', async (status) => {
    model.fate = status;
    model.balance = null;
    await send();
    const [record] = await open();
    await look((record?.endedAtMs ?? 0) + LET_GO_AFTER_MS - 1);
    expect((await open()).map(mayLetGo)).toEqual([false]);
    await look((record?.endedAtMs ?? 0) + LET_GO_AFTER_MS);
    expect((await open()).map(mayLetGo)).toEqual([true]);
  });
});

test('nothing is sent when the history cannot be read first, or no record can be kept', async () => {
  model.historyFails = true;
  expect(await send()).toMatchObject({ kind: 'not-sent', why: 'history', error: { kind: 'offline' } });
  model.historyFails = false;
  const db = await database();
  const broken = vi.spyOn(db, 'transaction').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  expect(await send()).toMatchObject({ kind: 'not-sent', why: 'storage' });
  broken.mockRestore();
  expect(model.posts).toBe(0);
});

test('several are kept until the person has seen them, and block nothing', async () => {
  model.fate = 'twice';
  await send();
  expect(await readRecords(ACCOUNT)).toMatchObject([{ state: 'several', foundIds: ['w1', 'w2'] }]);
  await look();
  expect(await readRecords(ACCOUNT)).toHaveLength(1);
  model.fate = 'answered';
  expect(await send()).toMatchObject({ kind: 'made' });
});
