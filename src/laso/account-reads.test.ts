import { describe, expect, test } from 'vitest';
import { getAccountBalance } from './get-account-balance.ts';
import { refreshCardData } from './refresh-card-data.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const readBalance = (answer: Response) => getAccountBalance(testClient(answering(answer)).client, ACCOUNT);

describe('the account balance', () => {
  test('is exact', async () => {
    expect(
      await readBalance(json({ user_id: ACCOUNT, balance: 0.1 + 0.2, total_deposits: '9541.98' })),
    ).toEqual({
      balanceCents: 30,
      totalDepositsCents: 954_198,
      exists: true,
    });
  });

  test('is $0 where Laso has none yet', async () => {
    expect(await readBalance(json({ error: 'This account has no balance yet.' }, 404))).toEqual({
      balanceCents: 0,
      totalDepositsCents: 0,
      exists: false,
    });
  });

  test('is never $0 because an answer could not be read', async () => {
    await expect(readBalance(json({ total_deposits: 5 }))).rejects.toMatchObject({ kind: 'bad-answer' });
    await expect(readBalance(json({ error: 'x' }, 500))).rejects.toMatchObject({ kind: 'server' });
  });
});

describe('asking for a fresh card balance', () => {
  const card = { id: 'issuer-77', typeName: 'Non-Reloadable International' };

  test('names the card and its type', async () => {
    const server = answering(json({ success: true, message: 'The issuer is being asked.' }));
    expect(await refreshCardData(testClient(server).client, ACCOUNT, card)).toEqual({
      message: 'The issuer is being asked.',
    });
    expect(server.sent[0]?.body).toEqual({ card_id: 'issuer-77', card_type: 'Non-Reloadable International' });
  });

  test.each([204, 200, 202])('F20: %d without a body says that it was asked for', async (status) => {
    const { client } = testClient(answering(new Response(null, { status })));
    expect(await refreshCardData(client, ACCOUNT, card)).toEqual({ message: null });
  });

  test('F20: a page instead of an answer says nothing of the kind', async () => {
    const page = new Response('<title>Sign in</title>', { headers: { 'Content-Type': 'text/html' } });
    await expect(refreshCardData(testClient(answering(page)).client, ACCOUNT, card)).rejects.toMatchObject({
      kind: 'not-laso',
    });
  });

  test.each([
    [409, 'conflict'],
    [429, 'rate-limited'],
  ])('%d is %s, and is asked only once', async (status, kind) => {
    const server = answering(json({ error: 'Please wait' }, status, { 'Retry-After': '60' }));
    await expect(refreshCardData(testClient(server).client, ACCOUNT, card)).rejects.toMatchObject({
      kind,
      retryAfterMs: 60_000,
      serverMessage: 'Please wait',
    });
    expect(server.sent).toHaveLength(1);
  });
});
