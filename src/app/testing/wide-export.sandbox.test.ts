import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { microsOfCents } from '#domain/book-entry.ts';
import { feeOf } from '#domain/card-fee.ts';
import { undatedSpend } from '#domain/period.ts';
import { totalsOf } from '#domain/spend.ts';
import { activityCsv } from '#features/activity/export-csv.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { UNREADABLE_LINES } from '#sandbox/scenarios/card-lines.ts';
import { EXPORT_COLUMNS, importProblems, sumOf, type ExportRecord } from '#testing/export-rules.ts';
import { parseRecords } from '#testing/parse-csv.ts';
import { addWithdrawals, DIRECT_CENTS, PAID_IN, PAID_OUT, readWorld, seededWorlds } from './export-worlds.ts';

const ZONE = 'Europe/Berlin';
let sandbox: Sandbox;
let worlds: [name: string, owners: string[]][];
beforeAll(async () => {
  sandbox = await seededWorlds();
  worlds = Object.entries(sandbox.accounts).map(([name, owner]) => [name, [owner]]);
  for (const [, [owner = '']] of worlds) addWithdrawals(sandbox, owner);
  worlds.push(['all of them', Object.values(sandbox.accounts)]);
}, 60_000);
afterAll(() => sandbox.close());

const exported = async (owners: readonly string[]) => {
  const { cards, items } = await readWorld(sandbox, owners);
  return { cards, items, rows: parseRecords(activityCsv(items, ZONE), EXPORT_COLUMNS) };
};
const of = (rows: readonly ExportRecord[], book: string, ...kinds: string[]) =>
  rows.filter((row) => row.book === book && (kinds.length === 0 || kinds.includes(row.kind)));

describe('the export of every seeded world', () => {
  test('is a file that importers take: one form of date, plain amounts with a currency, ids that are unique, accounts in full', async () => {
    for (const [name, owners] of worlds) {
      const { items, rows } = await exported(owners);
      expect(importProblems(rows, owners), name).toEqual([]);
      expect(rows.length, name).toBe(items.filter(({ booked }) => booked !== null).length);
      expect(rows.length, name).toBeGreaterThan(5 * owners.length);
    }
  });

  test('adds up to the figures on screen, each book alone', async () => {
    for (const [name, owners] of worlds) {
      const { cards, rows } = await exported(owners);
      const direct = DIRECT_CENTS * owners.length;
      const spent = totalsOf(cards).spentCents - undatedSpend(cards).spentCents;
      expect(sumOf(of(rows, 'card')), name).toBe(microsOfCents(0 - spent));
      expect(sumOf(of(rows, 'wallet', 'gift-card', 'transfer')), name).toBe(microsOfCents(0 - direct));
      const charged = cards.reduce((sum, card) => sum + (card.chargedCents ?? card.usdAmountCents ?? 0), 0);
      expect(sumOf(of(rows, 'wallet', 'order')), name).toBe(microsOfCents(0 - charged));
      const fees = cards.reduce((sum, card) => sum + (feeOf(card) ?? 0), 0);
      expect(sumOf(of(rows, 'wallet', 'order'), 'fee'), name).toBe(microsOfCents(fees));
      const stored = sandbox.sums(owners).total;
      expect(stored.spentCents, name).toBe(totalsOf(cards).spentCents);
      expect(sumOf(of(rows, 'balance', 'withdrawal')), name).toBe(microsOfCents(0 - stored.withdrawnCents));
    }
  });

  test('has no money twice: no load in the book of cards, no order beside its payment', async () => {
    const { cards, rows } = await exported([sandbox.accounts.busy]);
    expect(of(rows, 'wallet', 'order')).toHaveLength(cards.length);
    expect(new Set(of(rows, 'card').map(({ kind }) => kind))).toEqual(new Set(['purchase', 'refund']));
    // Lost with its payment, and the sign-in; gift cards and the transfer are told by what they brought.
    expect(of(rows, 'wallet').filter(({ amount }) => amount !== '')).toHaveLength(cards.length + 2 + 3);
    expect(sumOf(of(rows, 'wallet', 'sign-in'))).toBe(-1_000n);
  });

  test('names transactions whole where they are known', async () => {
    const { rows } = await exported([sandbox.accounts.second]);
    const withOne = rows.filter(({ transaction }) => transaction !== '');
    expect(withOne.map(({ book, kind, transaction }) => `${book} ${kind} ${transaction}`).toSorted()).toEqual(
      [
        `balance withdrawal ${PAID_OUT}`,
        `wallet gift-card ${PAID_IN}`,
        `wallet gift-card ${PAID_IN}`,
        `wallet order ${PAID_IN}`,
      ],
    );
  });

  test('says of a declined purchase, a failed withdrawal and an asked refund what they are, and books none of them', async () => {
    const { rows } = await exported([sandbox.accounts.everyStatus]);
    const unbooked = rows.filter(({ amount }) => amount === '').map((row) => `${row.kind} ${row.status}`);
    expect(unbooked).toEqual(
      expect.arrayContaining([
        'purchase declined',
        'withdrawal Failed',
        'refund Refund requested',
        'payment Outcome unknown',
        'payment Not charged',
      ]),
    );
    for (const row of rows.filter(({ description }) => description.includes('not booked')))
      expect(row.amount).toBe('');
  });
});

test('lines that could not be read are in the file with their text, and are not booked', async () => {
  const { rows } = await exported([sandbox.accounts.signal]);
  const unread = rows.filter(({ kind }) => kind === 'unread');
  expect(unread).toHaveLength(UNREADABLE_LINES.length);
  for (const text of ['CAFE CENTRAL', 'AMOUNT TO FOLLOW'])
    expect(unread.filter(({ description }) => description.includes(text))).toHaveLength(1);
  expect(unread.every(({ status, amount, book }) => status === 'unread' && !amount && book === 'card')).toBe(
    true,
  );
});

test('imported again after more was bought, what was there before is the same by its id, and nothing doubles', async () => {
  const owner = sandbox.accounts.second;
  const before = (await exported([owner])).rows;
  const card = sandbox.store
    .cardsOf(owner)
    .find(({ availableCents, transactions }) => availableCents > 1_000 && transactions.length > 0);
  if (!card) throw new Error('No card holds $10.00.');
  for (const _ of [1, 2, 3]) sandbox.store.spend(card, 250, 'SERPER.DEV');
  const after = (await exported([owner])).rows;

  const imported = new Map(before.map((row) => [row.id, row]));
  const fresh = after.filter(({ id }) => !imported.has(id));
  expect(fresh.map(({ amount, description }) => `${description} ${amount}`)).toEqual(
    Array.from({ length: 3 }, () => 'SERPER.DEV -2.50'),
  );
  const kept = after.filter(({ id }) => imported.has(id));
  const booked = ({ id, date, amount, currency, book }: ExportRecord) => [id, date, amount, currency, book];
  expect(kept.map(booked).toSorted()).toEqual(before.map(booked).toSorted());
});

test('every edition of Laso’s card lines gives the same rows, under the same ids', async () => {
  const { busy, everyStatus, second, signal } = sandbox.accounts;
  const read = async (cardLines: Sandbox['switches']['cardLines']) => {
    Object.assign(sandbox.switches, { cardLines });
    const { rows } = await exported([busy, everyStatus, second, signal]);
    // Lists of some editions begin with the oldest line: within a day the order is theirs.
    return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  };
  const numbers = await read('numbers');
  // One after the other: the switch is the sandbox's.
  const [withLoad, text] = [await read('numbers-with-load'), await read('text')];
  Object.assign(sandbox.switches, { cardLines: 'numbers' });
  expect(withLoad).toEqual(numbers);

  const brief = ({ book, kind, card_id, amount, fee, description }: ExportRecord) =>
    [book, kind, card_id, amount, fee, kind === 'unread' ? '' : description].join(' ');
  expect(text.map(brief).toSorted()).toEqual(numbers.map(brief).toSorted());
  const ofText = new Map(text.map((row) => [row.id, row]));
  // What numbers give as a moment, text gives as the day in New York. Plain days of numbers are UTC's in the sandbox: in the evening another day.
  const moments = numbers.filter(({ book, time }) => book === 'card' && time !== '');
  expect(moments.length).toBeGreaterThan(50);
  expect(moments.filter(({ id }) => !ofText.has(id))).toEqual([]);
  const days = numbers.filter(({ id, book, time }) => book === 'card' && time === '' && ofText.has(id));
  expect(days.length).toBeGreaterThan(50);
  expect(days.map(({ id }) => ofText.get(id))).toEqual(days);
});
