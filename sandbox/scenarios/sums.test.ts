import { afterAll, beforeAll, expect, test } from 'vitest';
import { spendIn } from '#domain/period.ts';
import { feesOf } from '#domain/period-totals.ts';
import { totalsOf } from '#domain/spend.ts';
import { createSandbox, type Sandbox } from '../app.ts';
import { readCards } from '../testing/read-as-dashboard.ts';
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

test('each account’s sums are the dashboard’s totals, to the cent', async () => {
  const { total, accounts } = sandbox.sums(owners());
  for (const owner of owners()) {
    const cards = await readCards(sandbox, owner);
    const { loadedCents, leftCents, spentCents, unexplainedCents } = totalsOf(cards);
    expect(accounts.get(owner)).toMatchObject({
      cards: cards.length,
      transactions: cards.flatMap(({ transactions }) => transactions).length,
      loadedCents,
      leftCents,
      spentCents,
      notExplainedCents: unexplainedCents,
      feesCents: feesOf(cards),
    });
  }
  expect(total.loadedCents).toBeGreaterThan(40_000_000);
  expect(total.spentCents).toBe([...accounts.values()].reduce((sum, one) => sum + one.spentCents, 0));
});

test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'the sums of each day are the dashboard’s, read in %s',
  async (timeZone) => {
    const { busy, everyStatus } = sandbox.accounts;
    const cards = [...(await readCards(sandbox, busy)), ...(await readCards(sandbox, everyStatus))];
    const days = new Map<string, number>();
    for (const { day, spentCents } of spendIn(cards, { from: '2026-06-01', to: '2026-12-01' }, timeZone))
      days.set(day, (days.get(day) ?? 0) + spentCents);
    expect(days).toEqual(spentByDay(sandbox.store, [busy, everyStatus], timeZone));
    expect(days.size).toBeGreaterThan(60);
  },
);

test('a purchase moves the sums by what it is, and a declined one by nothing; an account named twice counts once', () => {
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
