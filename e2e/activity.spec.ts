import { exactUsCard } from '#sandbox/scenarios/exact-card.ts';
import { FORMULA_MERCHANT } from '#sandbox/scenarios/every-status.ts';
import { parseCsv } from '#testing/parse-csv.ts';
import { expect, test } from './fixtures.ts';
import { ActivityPage } from './pages/activity-page.ts';
import { dayAgo } from './spent-in-period.ts';

const ZONED = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** What a line of the file says, in the words of the screen. */
function onScreen([time = '', , , what = '', detail = '', status = '', direction, amount = '']: string[]) {
  const dollars = Number(amount.replace('-', '')).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const sign = direction === 'in' ? '+' : '';
  const day = time.includes('T') ? ZONED.format(Date.parse(time)) : time;
  return {
    day,
    title: what.replace(/^'(?=[=+\-@])/, ''),
    detail,
    status,
    amount: amount === '' ? '' : `${sign}$${dollars}`,
  };
}

test(
  'the exported file of an account with everything equals the rows on screen; a formula is inert, and no card number is in it',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    const owner = sandbox.accounts.everyStatus;
    sandbox.seed({ scenario: 'every-status' });
    // More than one screenful, with names that a careless writer of files breaks on.
    const names = ['Comma, Inc.', 'Quo"te" Ltd', 'Plain Shop', '+1 Telephone', '@Home', '-Minus'];
    exactUsCard(sandbox.store, owner, {
      dollars: 900,
      orderedAgoMs: 60 * 86_400_000,
      purchases: Array.from({ length: 130 }, (_, at) => ({
        cents: 101 + at,
        at: names[at % names.length] ?? '',
        agoMs: (at + 2) * 7 * 3_600_000,
      })),
    });
    await signIn('everyStatus');
    const activity = await ActivityPage.open(page);
    await expect(activity.more).toBeVisible();
    await activity.showAll();
    const rows = await activity.readRows();
    const lines = sandbox.store.cardsOf(owner).flatMap((card) => [card, ...card.transactions]);
    expect(rows.length).toBeGreaterThanOrEqual(lines.length);

    const csv = await activity.export('CSV');
    const [header, ...cells] = parseCsv(csv);
    expect(header).toEqual([
      'Time',
      'Account',
      'Kind',
      'What',
      'Detail',
      'Status',
      'Direction',
      'Amount (USD)',
    ]);
    expect(cells.map(onScreen)).toEqual(rows);
    expect(new Set(cells.map(([, account]) => account)).size).toBe(1);

    const titles = cells.map((line) => line[3]);
    expect(titles).toContain(`'${FORMULA_MERCHANT}`);
    expect(cells.flat().filter((cell) => /^\s*[=+@\t\r]|^\s*-(?!\d+\.\d\d$)/.test(cell))).toEqual([]);
    const json = await activity.export('JSON');
    const shown = await activity.main.innerText();
    for (const text of [csv, json, shown]) {
      const digits = text.replaceAll(/(\d)[ -](?=\d)/g, '$1');
      expect(sandbox.store.cardsOf(owner).filter(({ number }) => digits.includes(number))).toEqual([]);
    }
  },
);

test(
  'search, kind and days narrow the feed to what the sandbox has of it, stay in the address, and print leaves them out',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    sandbox.seed({ scenario: 'every-status' });
    const stored = sandbox.store.cardsOf(sandbox.accounts.everyStatus);
    const lines = stored.flatMap(({ transactions }) => transactions);
    await signIn('everyStatus');
    const activity = await ActivityPage.open(page);
    const all = await activity.rows.count();

    await activity.searchFor('hetzner');
    const atHetzner = lines.filter(({ description }) => /hetzner/i.test(description));
    await expect(activity.rows).toHaveCount(atHetzner.length);
    await activity.chooseKind('Refunds');
    await expect(activity.rows).toHaveText([/Hetzner Online GmbH.*\+\$3\.90/]);
    await expect(page).toHaveURL(/q=hetzner.*kind=refund|kind=refund.*q=hetzner/);
    await page.reload();
    await expect(activity.rows).toHaveCount(1);
    await activity.clearFilters();
    await expect(activity.rows).toHaveCount(all);

    await activity.chooseKind('Orders');
    await expect(activity.rows).toHaveCount(stored.length);
    const [from, to] = [dayAgo(sandbox, 9), dayAgo(sandbox, 4)];
    await activity.chooseDays(from, to);
    const ordered = stored
      .map(({ orderedAt }) => ZONED.format(orderedAt))
      .filter((day) => from <= day && day <= to);
    expect(ordered.length).toBeGreaterThan(2);
    await expect(activity.rows).toHaveCount(ordered.length);
    expect((await activity.readRows()).map(({ day }) => day)).toEqual(ordered.toSorted().toReversed());
    await activity.chooseDays(from, '');
    await expect(activity.count).toContainText(`of ${all} entries`);

    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    for (const control of [activity.search, page.getByRole('button', { name: /^Account/ })])
      await expect(control).toBeHidden();
    await expect(activity.rows.first()).toBeVisible();
  },
);
