import { afterAll, beforeAll, expect, test } from 'vitest';
import { spendIn } from '#domain/period.ts';
import { feesOf } from '#domain/period-totals.ts';
import { totalsOf } from '#domain/spend.ts';
import type { Card } from '#domain/card.ts';
import { createSandbox, type Sandbox } from '../app.ts';
import { readCards } from '../testing/read-as-dashboard.ts';
import { UNREAD_TOOK_CENTS, UNREADABLE_LINES } from './card-lines.ts';
import { spentByDay } from './sums.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'ten',
    solana: false,
    now: () => Date.UTC(2026, 10, 21, 12, 7),
  });
  sandbox.seed({ scenario: 'every-status' });
});
afterAll(() => sandbox.close());

const owners = (): string[] => Object.values(sandbox.accounts);

const EDITIONS = ['numbers', 'text', 'numbers-with-load'] as const;
type Edition = (typeof EDITIONS)[number];

/** What the dashboard reads from lines of this edition. */
async function readAs(edition: Edition, owner: string): Promise<Card[]> {
  sandbox.switches.cardLines = edition;
  return readCards(sandbox, owner);
}

test.each(EDITIONS)('each account’s sums are the dashboard’s totals, to the cent: %s', async (edition) => {
  const { total, accounts } = sandbox.sums(owners());
  for (const owner of owners()) {
    const cards = await readAs(edition, owner);
    const { loadedCents, leftCents, spentCents, unexplainedCents, unreadLines } = totalsOf(cards);
    const lines = cards.flatMap(({ transactions }) => transactions);
    expect(accounts.get(owner)).toMatchObject({
      cards: cards.length,
      transactions: lines.filter(({ kind }) => kind !== 'load').length,
      loadedCents,
      leftCents,
      spentCents,
      notExplainedCents: unexplainedCents,
      feesCents: feesOf(cards),
    });
    expect(unreadLines).toBe(0);
    const loads = cards.map(({ transactions }) => transactions.filter(({ kind }) => kind === 'load').length);
    const issued = cards.filter(({ type, status }) => type !== 'intl' && status !== 'pending').length;
    expect(Math.max(0, ...loads)).toBe(edition === 'numbers' || issued === 0 ? 0 : 1);
    expect(loads.reduce((sum, count) => sum + count, 0)).toBe(edition === 'numbers' ? 0 : issued);
  }
  expect(total.loadedCents).toBeGreaterThan(40_000_000);
  expect(total.spentCents).toBe([...accounts.values()].reduce((sum, one) => sum + one.spentCents, 0));
});

test.each(EDITIONS)(
  'with %s each card adds up; unread lines account for what is not explained',
  async (edition) => {
    const owner = '0x00000000000000000000000000000000000c0de5';
    sandbox.seed({ scenario: 'card-lines' }, owner);
    const cards = await readAs(edition, owner);
    const totals = cards.map((card) => {
      const { spentCents, unexplainedCents, unreadLines } = totalsOf([card]);
      return [card.usdAmountCents, spentCents, unexplainedCents, unreadLines];
    });
    expect(totals).toEqual([
      [20_000, 1_250, UNREAD_TOOK_CENTS, UNREADABLE_LINES.length],
      [7_500, 0, 0, 0],
      [105_000, 100_000, 0, 0],
      [5_000, 3_000, 0, 0],
      [5_000, 0, 0, 0],
      [30_000, 1_200, 0, 0],
    ]);
    expect(totalsOf(cards).unexplainedCents).toBe(sandbox.sums([owner]).total.notExplainedCents);
    // A refund of the whole amount stays a refund in every edition.
    expect(
      cards[1]?.transactions
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'load')
        .toSorted(),
    ).toEqual(['purchase', 'refund']);
  },
);

test.each(
  EDITIONS.flatMap((edition) =>
    ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((timeZone) => [timeZone, edition] as const),
  ),
)('the sums of each day are the dashboard’s, read in %s: %s', async (timeZone, edition) => {
  const { busy, everyStatus } = sandbox.accounts;
  const cards = [...(await readAs(edition, busy)), ...(await readAs(edition, everyStatus))];
  const days = new Map<string, number>();
  for (const { day, spentCents } of spendIn(cards, { from: '2026-06-01', to: '2026-12-01' }, timeZone))
    days.set(day, (days.get(day) ?? 0) + spentCents);
  expect(days).toEqual(spentByDay(sandbox.store, [busy, everyStatus], timeZone, edition));
  expect(days.size).toBeGreaterThan(60);
});

test('a purchase changes the sums by its amount, and a declined one does not; an account named twice counts once', () => {
  const { everyStatus: owner } = sandbox.accounts;
  const before = sandbox.sums([owner]).total;
  const card = sandbox.store
    .cardsOf(owner)
    .find(({ availableCents, transactions }) => availableCents > 1_000 && transactions.length > 0);
  if (!card) throw new Error('No card holds $10.00.');
  sandbox.store.spend(card, 777, 'STAPLES');
  expect(sandbox.store.spend(card, 9_999_999, 'STAPLES')).toBe('declined');
  expect(sandbox.sums([owner, owner]).total).toEqual({
    ...before,
    transactions: before.transactions + 1,
    spentCents: before.spentCents + 777,
    leftCents: before.leftCents - 777,
  });
});
