import { describe, expect, test } from 'vitest';
import { BASE } from '#domain/chain.ts';
import { hasOwnId, listWithdrawals, readWithdrawals } from './get-withdrawal-status.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { withdraw } from './withdraw.ts';

const DOCUMENTED = {
  id: 'wd_9k2',
  amount: 50,
  asset: 'USDC',
  network: 'BASE_MAINNET',
  state: 'completed',
  address: '0xcafe',
  timestamp: 1_700_000_000_000,
  timestamp_readable: '3/9/2026, 8:20:00 AM',
  tx_hash: '0xfeed',
  tx_url: 'https://basescan.org/tx/0xfeed',
};
const list = (body: unknown, status = 200) =>
  listWithdrawals(testClient(answering(json(body, status))).client, ACCOUNT);

describe('the history of withdrawals', () => {
  test('is read as documented, newest first', async () => {
    const older = {
      ...DOCUMENTED,
      id: 'older',
      timestamp: 1_600_000_000_000,
      state: 'pending',
      tx_hash: null,
    };
    expect(await list({ withdrawals: [older, DOCUMENTED] })).toEqual([
      {
        id: 'wd_9k2',
        amountCents: 5000,
        asset: 'USDC',
        network: BASE,
        rawNetwork: 'BASE_MAINNET',
        state: 'completed',
        rawState: 'completed',
        address: '0xcafe',
        requestedAtMs: 1_700_000_000_000,
        txHash: '0xfeed',
        txUrl: 'https://basescan.org/tx/0xfeed',
      },
      expect.objectContaining({ id: 'older', state: 'pending', txHash: null }),
    ]);
  });

  test('may be one withdrawal alone, and none where Laso answers 404', async () => {
    expect(await list({ withdrawal: DOCUMENTED })).toMatchObject([{ id: 'wd_9k2' }]);
    expect(await list({ error: 'Withdrawal not found' }, 404)).toEqual([]);
    expect(await list({ withdrawals: [] })).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'A12: the state %s is a word of its own, and no property of an object',
    async (state) =>
      expect((await list({ withdrawals: [{ id: 'w', amount: 1, state }] }))[0]).toMatchObject({
        state: 'unknown',
        rawState: state,
      }),
  );

  test('is never "none" because an answer could not be read', async () => {
    for (const body of [{}, { withdrawals: null }, { withdrawals: 'none' }, { withdrawals: {} }])
      await expect(list(body), JSON.stringify(body)).rejects.toMatchObject({ kind: 'bad-answer' });
    for (const body of [[], 'x'])
      await expect(list(body), JSON.stringify(body)).rejects.toMatchObject({ kind: 'not-laso' });
  });

  test('says where a 404 stands for it, and how many entries cannot be read', async () => {
    const read = (body: unknown, status = 200) =>
      readWithdrawals(testClient(answering(json(body, status))).client, ACCOUNT);
    expect(await read({ error: 'Not found' }, 404)).toEqual({
      withdrawals: [],
      listed: false,
      unreadable: 0,
    });
    expect(await read({ withdrawals: [] })).toEqual({ withdrawals: [], listed: true, unreadable: 0 });
    const strange = await read({ withdrawals: [null, 'x', {}, { amount: 1 }, { id: 'a' }, DOCUMENTED] });
    expect(strange).toMatchObject({ listed: true, unreadable: 3 });
    expect(strange.withdrawals).toHaveLength(6);
    // F9: what the answer says is on other pages may be any withdrawal.
    expect(await read({ withdrawals: [DOCUMENTED], total: 3 })).toMatchObject({ unreadable: 2 });
    expect(await read({ withdrawals: [DOCUMENTED], has_more: true })).toMatchObject({ unreadable: 1 });
  });

  test('A2: two entries without ids are two, and keep their names when another one comes', async () => {
    const unnamed = { amount: 5, timestamp: null };
    const before = await list({ withdrawals: [unnamed, { amount: 7 }] });
    const after = await list({ withdrawals: [unnamed, { ...unnamed, state: 'completed' }, { amount: 7 }] });
    const known = before.map(({ id }) => id);
    expect(new Set(after.map(({ id }) => id)).size).toBe(3);
    expect(after.filter(({ id }) => !known.includes(id))).toMatchObject([{ amountCents: 500 }]);
    expect(after.some(hasOwnId)).toBe(false);
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a state "%s" is a word like any other',
    async (state) => {
      expect(await list({ withdrawal: { ...DOCUMENTED, state } })).toMatchObject([
        { state: 'unknown', rawState: state },
      ]);
    },
  );

  test('keeps entries whose fields are strange: each may be the one that is looked for', async () => {
    const [one, two] = await list({
      withdrawals: [
        { amount: 'much', state: 'on hold', network: 'TRON', timestamp: '1700000000' },
        { id: 7, amount: '0.30', state: 'CANCELLED' },
      ],
    });
    expect(one).toMatchObject({
      id: expect.any(String),
      amountCents: null,
      state: 'unknown',
      rawState: 'on hold',
      network: null,
      rawNetwork: 'TRON',
      requestedAtMs: 1_700_000_000_000,
    });
    expect(two).toMatchObject({ id: '7', amountCents: 30, state: 'failed' });
  });
});

describe('withdrawing', () => {
  test.each([
    [1, '{"amount":0.01}'],
    [29, '{"amount":0.29}'],
    [954_198, '{"amount":9541.98}'],
    [5000, '{"amount":50}'],
  ])('%d cents are sent as %s', async (cents, body) => {
    const server = answering(json({ success: true, withdrawal: { id: 'w', amount: cents / 100 } }));
    expect(await withdraw(testClient(server).client, ACCOUNT, cents)).toEqual({
      id: 'w',
      amountCents: cents,
    });
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]?.init.body).toBe(body);
  });

  test.each([
    ['success is denied', { success: false, withdrawal: { id: 'w', amount: 1 } }],
    ['no withdrawal is named', { success: true }],
    ['it has no id', { success: true, withdrawal: { amount: 1 } }],
  ])('an answer in which %s is no proof of anything', async (_what, body) => {
    await expect(withdraw(testClient(answering(json(body))).client, ACCOUNT, 100)).rejects.toMatchObject({
      kind: 'bad-answer',
    });
  });

  test.each([
    [400, 'bad-request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [429, 'rate-limited'],
    [500, 'server'],
  ])('%d is %s, and nothing is sent a second time', async (status, kind) => {
    const server = answering(json({ error: 'No' }, status));
    await expect(withdraw(testClient(server).client, ACCOUNT, 100)).rejects.toMatchObject({ kind });
    expect(server.sent).toHaveLength(1);
  });
});
