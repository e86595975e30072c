import type { Locator } from '@playwright/test';
import { formatUsd } from '#domain/money.ts';
import { expect, test } from './fixtures.ts';
import { dayAgo, spentInDays } from './spent-in-period.ts';

/** The amounts of a table's last column, as a reader would add them up. */
const centsIn = (table: Locator): Promise<number[]> =>
  table.locator('tbody tr > :last-child').evaluateAll((cells) =>
    cells.map((cell) => {
      const text = cell.textContent ?? '';
      const [, sign, amount] = /^(\u2212?)\$([\d,]+\.\d\d)$/.exec(text) ?? [];
      if (amount === undefined) throw new Error(`No amount: ${text}`);
      return (sign ? -1 : 1) * Math.round(Number(amount.replaceAll(',', '')) * 100);
    }),
  );
const sumIn = async (table: Locator): Promise<number> =>
  (await centsIn(table)).reduce((sum, cents) => sum + cents, 0);

test(
  'a period changes sentence, chart and tables; each sums up to what the sandbox says was spent in its days',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    const owners = [sandbox.accounts.busy];
    const overview = await signIn('busy');
    await overview.showAsTable();
    for (const days of [7, 30, 90]) {
      await overview.choosePeriod(`${days} days`);
      const now = spentInDays(sandbox, owners, days);
      const before = spentInDays(sandbox, owners, days, days);
      expect(now, 'something was spent, or this proves nothing').not.toBe(0);
      await expect(overview.sentence).toContainText(`${formatUsd(now)} in the last ${days} days`);
      const more = now > before ? 'more' : 'less';
      await expect(overview.sentence).toContainText(`, ${formatUsd(Math.abs(now - before))} ${more} than`);
      const figures = overview.main.getByRole('table', { name: 'This period and the one before' });
      await expect(figures.getByRole('row', { name: /^Spent with cards/ }).getByRole('cell')).toHaveText([
        formatUsd(now),
        formatUsd(before),
      ]);
      for (const by of ['over time', 'by merchant', 'by product'] as const)
        expect(await sumIn(overview.spending(by)), `spending ${by}, ${days} days`).toBe(now);
      await expect(page).toHaveURL(new RegExp(`[?&]period=${days}$`));
    }
  },
);

test(
  'every day of the table is the sandbox’s day, the chart reads out the same, and the address keeps the period',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    const owners = [sandbox.accounts.busy];
    const overview = await signIn('busy');
    await page.goto('/?period=7');
    await overview.showAsTable();
    const expected = Array.from({ length: 7 }, (_, ago) => ({
      ago,
      cents: spentInDays(sandbox, owners, 1, ago),
    }))
      .filter(({ cents }) => cents !== 0)
      .map(({ ago, cents }) => `${longDay(dayAgo(sandbox, ago))} ${formatUsd(cents)}`);
    const rows = overview.spending('over time').locator('tbody tr');
    await expect(rows).toHaveCount(expected.length);
    const shown = await rows.evaluateAll((all) =>
      all.map(({ children }) => [...children].map((cell) => cell.textContent).join(' ')),
    );
    expect(shown).toEqual(expected);

    const chart = overview.main.getByRole('slider', { name: 'Spending over time' });
    await chart.focus();
    for (let ago = 0; ago < 7; ago += 1) {
      const day = `${longDay(dayAgo(sandbox, ago))}: ${formatUsd(spentInDays(sandbox, owners, 1, ago))}`;
      await expect(chart).toHaveAttribute('aria-valuetext', day);
      await page.keyboard.press('ArrowLeft');
    }
    await page.reload();
    await expect(overview.sentence).toContainText('in the last 7 days');

    await overview.choosePeriod('All');
    const { total } = sandbox.sums(owners);
    await expect(overview.sentence).toContainText(`Your agent spent ${formatUsd(total.spentCents)} so far.`);
    await overview.showAsTable();
    expect(await sumIn(overview.spending('over time'))).toBe(total.spentCents);
    expect(await sumIn(overview.spending('by merchant'))).toBe(total.spentCents);
  },
);

test('dates that cannot be meant are none: “All” stands at once, and what has no date is said and in no table', async ({
  page,
  signIn,
  sandbox,
}) => {
  // The lines are rewritten on their way, as numbers.
  sandbox.switches.cardLines = 'numbers';
  const { busy } = sandbox.accounts;
  const odd = ['9999-12-31T23:59:59Z', '9999-12-31', '0001-01-01'];
  let undatedCents = 0;
  await page.route(
    (url) => (url.searchParams.get('card_type') ?? '').includes('U.S.'),
    async (route) => {
      const response = await route.fetch();
      const body: { cards: { transactions: Line[] }[] } = await response.json();
      const lines = body.cards.flatMap(({ transactions }) => transactions ?? []).slice(0, odd.length);
      for (const [at, line] of lines.entries()) line.date = odd[at] ?? '';
      undatedCents = lines.reduce(
        (sum, { amount, is_credit }) => sum + Math.round(amount * 100) * (is_credit ? -1 : 1),
        0,
      );
      await route.fulfill({ response, json: body });
    },
  );
  const overview = await signIn('busy');
  await overview.choosePeriod('All');
  const { total } = sandbox.sums([busy]);
  await expect(overview.sentence).toContainText(`Your agent spent ${formatUsd(total.spentCents)} so far.`);
  await expect(overview.main).toContainText(
    `Laso gives no date for 3 purchases (${formatUsd(undatedCents)}): counted in “So far”`,
  );
  await overview.showAsTable();
  expect(await sumIn(overview.spending('over time'))).toBe(total.spentCents - undatedCents);
  expect(await sumIn(overview.spending('by merchant'))).toBe(total.spentCents - undatedCents);
});

interface Line {
  amount: number;
  is_credit: boolean;
  date: string;
}

const longDay = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  });
