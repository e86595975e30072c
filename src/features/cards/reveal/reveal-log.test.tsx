import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { database } from '#storage/database.ts';
import { KEPT_REVEALS, logReveal, readRevealLog } from './reveal-log.ts';

const account = accountIdOf('0xa');

test('the log keeps the newest 500 entries and never grows beyond them', async () => {
  const db = await database();
  for (let at = 0; at < KEPT_REVEALS + 20; at += 1)
    await db.add('reveals', { accountId: account, cardId: 'old', action: 'revealed-number', atMs: at });
  await logReveal(account, 'new', 'copied-cvv');
  expect(await db.count('reveals')).toBe(KEPT_REVEALS);
  expect(await readRevealLog(account, 'new')).toMatchObject([{ action: 'copied-cvv' }]);
  const kept = await readRevealLog(account, 'old');
  expect([kept[0]?.atMs, kept.at(-1)?.atMs]).toEqual([KEPT_REVEALS + 19, 21]);
});
