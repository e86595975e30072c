import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { microsOfCents } from '#domain/book-entry.ts';
import { feeOf } from '#domain/card-fee.ts';
import { undatedSpend } from '#domain/period.ts';
import { totalsOf } from '#domain/spend.ts';
import { activityCsv } from '#features/activity/export-csv.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { EXPORT_COLUMNS, importProblems, sumOf, type ExportRecord } from '#testing/export-rules.ts';
import { parseRecords } from '#testing/parse-csv.ts';
import {
  addWithdrawals,
  DIRECT_CENTS,
  PAID_IN,
  PAID_OUT,
  readWorld,
  seededWorlds,
} from './test-export-worlds.ts';

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

test('every edition of Laso’s card lines gives the same rows: ids, books and amounts', async () => {
  const owners = [sandbox.accounts.busy, sandbox.accounts.everyStatus, sandbox.accounts.second];
  const editions = await Promise.all(
    (['numbers', 'numbers-with-load', 'text'] as const).map(async (cardLines) => {
      Object.assign(sandbox.switches, { cardLines });
      const { rows } = await exported(owners);
      return rows.map(({ id, book, kind, amount }) => [id, book, kind, amount].join(' ')).toSorted();
    }),
  );
  Object.assign(sandbox.switches, { cardLines: 'numbers' });
  expect(editions[1]).toEqual(editions[0]);
  expect(editions[2]).toEqual(editions[0]);
});
