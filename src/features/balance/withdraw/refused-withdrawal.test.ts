import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ACCOUNT } from '#testing/laso-client.ts';
import { markRead } from './mutations.ts';
import { aPage } from '../testing/sending.ts';
import { readRecords } from './withdrawal-record.ts';
import { LET_GO_AFTER_MS } from './withdrawal-rules.ts';

const page = aPage();

describe.each([400, 401, 403, 404, 409, 429])('A2: a refusal (%d)', (status) => {
  beforeEach(() => {
    page.model.fate = status;
  });

  test('is not final at once; after a minute history and balance make it so, and the record is kept', async () => {
    expect(await page.send()).toEqual({ kind: 'recorded' });
    expect(await page.open()).toMatchObject([{ refusal: { words: 'Refused' } }]);
    expect(await page.send()).toEqual({ kind: 'not-sent', why: 'open' });
    await page.lookAfter(LET_GO_AFTER_MS - 1);
    expect(await page.states()).toEqual(['open']);
    await page.lookAfter(LET_GO_AFTER_MS);
    expect(await page.states()).toEqual(['refused']);
    page.model.fate = 'answered';
    expect(await page.send()).toMatchObject({ kind: 'made' });
    expect(await readRecords(ACCOUNT)).toMatchObject([{ state: 'refused', seen: true }, { state: 'made' }]);
  });

  test('is contradicted by the history, early or late', async () => {
    await page.send();
    page.model.add(10);
    await page.look();
    expect(await page.states()).toEqual(['made']);
    await page.send(['w1'], 500);
    await page.lookAfter(LET_GO_AFTER_MS);
    expect(await page.states()).toEqual(['made', 'refused']);
    page.model.add(5);
    await page.look();
    const [, loud] = await readRecords(ACCOUNT);
    expect(loud).toMatchObject({ state: 'contradicted', foundIds: ['w2'] });
    await markRead(page.model.laso, loud?.id ?? '');
    await page.look();
    expect(await readRecords(ACCOUNT)).toMatchObject([{}, { state: 'contradicted', seen: true }]);
  });

  const UNSURE: [what: string, change: () => void][] = [
    ['the balance is lower', () => (page.model.balance = 90)],
    ['the balance cannot be read', () => (page.model.balance = null)],
    ['the balance is a 404', () => (page.model.balance = 404)],
    ['the history is a 404', () => (page.model.historyIs404 = true)],
    ['the history lacks what it had', () => page.model.history.pop()],
  ];
  test.each(UNSURE)('is never final while %s: only a person who types lets it go', async (_what, change) => {
    page.model.add(3);
    await page.send();
    change();
    await page.lookAfter(LET_GO_AFTER_MS);
    expect(await page.states()).toEqual(['open']);
    expect(await page.waysOut()).toEqual(['typing']);
  });

  test('is what a gateway says while the first try is carried out: one withdrawal, and never called none', async () => {
    // The finding: everything is refused for some seconds, and the history lists it 20 s late.
    page.model.meanwhile = async () => {
      page.model.historyFails = true;
    };
    await page.send();
    page.model.historyFails = false;
    await page.lookAfter(20_000);
    expect(await page.send()).toEqual({ kind: 'not-sent', why: 'open' });
    page.model.add(10);
    await page.lookAfter(30_000);
    expect(await page.states()).toEqual(['made']);
    expect(page.model.posts).toBe(1);
  });
});
