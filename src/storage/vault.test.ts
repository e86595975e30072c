import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { closeDatabase, database, DATABASE_NAME } from './database.ts';
import { countUnusedCodes } from './stored-on-device.ts';
import { createVault, type NewVaultEntry } from './vault.ts';

const CODE = 'CANARY-CODE-7788';
const PIN = 'CANARY-PIN-4321';
const URL = 'https://pay.runa.io/CANARY-URL';
const ALICE = '0xalice';
const BOB = '0xbob';

let locked: string[] = [];
const vault = createVault({ open: database, isLocked: ({ account }) => locked.includes(account) });

const entry = (changes: Partial<NewVaultEntry> = {}): NewVaultEntry => ({
  id: 'row-1',
  account: ALICE,
  kind: 'gift-card',
  label: 'Amazon',
  amount: { units: 5_000, exponent: 2, currency: 'USD' },
  details: { lasoServerId: 'amazon-us' },
  boughtAtMs: 1_000,
  secret: { code: Secret.of(CODE), pin: Secret.of(PIN), url: Secret.of(URL) },
  ...changes,
});
const withCode = (code: string) => ({ code: Secret.of(code), pin: null, url: null });

/** All that any store holds, bytes as text: what a reader of the disk would see. */
async function everything(): Promise<string> {
  const db = await database();
  const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
  return JSON.stringify(stores, (_name, value: unknown) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
  );
}

beforeEach(() => {
  locked = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
  indexedDB.deleteDatabase(DATABASE_NAME);
});

test('what was put is read again after the page is gone, and listed without its secret', async () => {
  await vault.putSecret(entry());
  await closeDatabase();
  const secret = await vault.read('row-1');
  expect([secret.code?.reveal(), secret.pin?.reveal(), secret.url?.reveal()]).toEqual([CODE, PIN, URL]);
  const listed = await vault.list();
  expect(listed).toMatchObject([{ id: 'row-1', account: ALICE, label: 'Amazon', savedAtMs: null }]);
  expect(Object.keys(listed[0] ?? {})).not.toContain('sealed');
});

test('no store holds a secret in plain text, and the key cannot be taken out', async () => {
  await vault.putSecret(entry());
  const text = await everything();
  expect(text).toContain('Amazon');
  for (const secret of [CODE, PIN, URL, 'CANARY']) expect(text).not.toContain(secret);
  const key: unknown = (await (await database()).getAll('vault-keys'))[0];
  if (!(key instanceof CryptoKey)) throw new Error('There is no key');
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('the same code twice is sealed differently each time', async () => {
  await vault.putSecret(entry());
  await vault.putSecret(entry({ id: 'row-2' }));
  const [one, two] = (await (await database()).getAll('vault')).map((stored) =>
    JSON.stringify(stored, (_n, v: unknown) =>
      v instanceof ArrayBuffer ? Buffer.from(v).toString('hex') : v,
    ),
  );
  const data = (text = ''): unknown => JSON.parse(text).sealed.data;
  expect(data(one)).not.toBe(data(two));
});

test('two tabs that make the key at once end with one: both entries are readable', async () => {
  await Promise.all([
    vault.putSecret(entry()),
    vault.putSecret(entry({ id: 'row-2', secret: withCode('B') })),
  ]);
  expect((await vault.read('row-1')).code?.reveal()).toBe(CODE);
  expect((await vault.read('row-2')).code?.reveal()).toBe('B');
});

test('an entry is never replaced: the same answer again is the same entry, another code is kept beside it', async () => {
  await vault.putSecret(entry());
  await vault.mark('row-1', 'saved', 5);
  await vault.putSecret(entry());
  expect(await vault.list()).toMatchObject([{ id: 'row-1', savedAtMs: 5 }]);
  await vault.putSecret(entry({ secret: withCode('OTHER') }));
  const codes = await Promise.all(
    (await vault.list()).map(async ({ id }) => (await vault.read(id)).code?.reveal()),
  );
  expect(codes.toSorted()).toEqual([CODE, 'OTHER']);
});

test('marks are kept and can be taken back; removing removes one entry only', async () => {
  await vault.putSecret(entry());
  await vault.putSecret(entry({ id: 'row-2', boughtAtMs: 2_000 }));
  await vault.mark('row-1', 'used', 9);
  expect((await vault.list()).map(({ id, usedAtMs }) => [id, usedAtMs])).toEqual([
    ['row-2', null],
    ['row-1', 9],
  ]);
  await vault.mark('row-1', 'used', null);
  expect((await vault.list()).at(-1)?.usedAtMs).toBeNull();
  expect((await vault.read('row-1')).code?.reveal()).toBe(CODE);
  await vault.remove('row-2');
  expect((await vault.list()).map(({ id }) => id)).toEqual(['row-1']);
});

describe('a signed-out account', () => {
  test('has its entries neither listed nor read nor removed, and all again when it is back', async () => {
    await vault.putSecret(entry());
    await vault.putSecret(entry({ id: 'row-2', account: BOB }));
    locked = [ALICE];
    expect((await vault.list()).map(({ id }) => id)).toEqual(['row-2']);
    for (const attempt of [vault.read('row-1'), vault.remove('row-1'), vault.mark('row-1', 'used', 1)])
      await expect(attempt).rejects.toMatchObject({ name: 'VaultError', kind: 'locked' });
    locked = [];
    expect((await vault.list(ALICE)).map(({ id }) => id)).toEqual(['row-1']);
  });
});

describe('what was tampered with does not open', () => {
  const change = async (patch: object) => {
    const db = await database();
    await db.put('vault', { ...Object(await db.get('vault', 'row-1')), ...patch }, 'row-1');
  };
  test('under another account', async () => {
    await vault.putSecret(entry());
    await change({ account: BOB });
    await expect(vault.read('row-1')).rejects.toMatchObject({ kind: 'damaged' });
  });
  test('under another id', async () => {
    await vault.putSecret(entry());
    await change({ id: 'row-9' });
    await expect(vault.read('row-1')).rejects.toMatchObject({ kind: 'damaged' });
  });
  test('with a byte changed, or no entry at all', async () => {
    await vault.putSecret(entry());
    await vault.putSecret(entry({ id: 'row-2' }));
    const stored = Object(await (await database()).get('vault', 'row-1'));
    const data = new Uint8Array(stored.sealed.data.slice(0));
    data[0] = (data[0] ?? 0) ^ 1;
    await change({ sealed: { iv: stored.sealed.iv, data: data.buffer } });
    await expect(vault.read('row-1')).rejects.toMatchObject({ kind: 'damaged' });
    await change({ sealed: 'nothing' });
    await expect(vault.read('row-1')).rejects.toMatchObject({ kind: 'damaged' });
    expect((await vault.read('row-2')).code?.reveal()).toBe(CODE);
    await expect(vault.read('nowhere')).rejects.toMatchObject({ kind: 'missing' });
  });
});

describe('a vault that cannot be written', () => {
  test('rejects, without the secret in the error, and keeps nothing half', async () => {
    await vault.putSecret(entry({ id: 'before' }));
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const failed = await vault.putSecret(entry()).catch((error: unknown) => error);
    expect(failed).toMatchObject({ name: 'VaultError', kind: 'unwritable' });
    expect(`${String(failed)} ${JSON.stringify(failed)} ${String(Object(failed).cause)}`).not.toContain(
      'CANARY',
    );
    expect((await vault.list()).map(({ id }) => id)).toEqual(['before']);
  });
  test('rejects where the browser keeps nothing at all', async () => {
    const closed = createVault({ open: () => Promise.reject(new Error('blocked')), isLocked: () => false });
    await expect(closed.putSecret(entry())).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(closed.list()).rejects.toMatchObject({ kind: 'unavailable' });
  });
  test('rejects when the transaction is aborted after it was written', async () => {
    const put = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function add(
      this: IDBObjectStore,
      value,
      key,
    ) {
      const request = put.call(this, value, key);
      this.transaction.abort();
      return request;
    });
    await expect(vault.putSecret(entry())).rejects.toMatchObject({ kind: 'unwritable' });
    expect(await vault.list()).toEqual([]);
  });
});

test('Erase warns of unused codes of every account, locked and damaged ones too', async () => {
  await vault.putSecret(entry());
  await vault.putSecret(entry({ id: 'row-2', account: BOB }));
  await vault.mark('row-2', 'used', 5);
  await (await database()).put('vault', { account: ALICE, broken: true }, 'row-3');
  locked = [ALICE];
  expect(await countUnusedCodes()).toBe(2);
});
