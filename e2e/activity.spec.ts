import { exactUsCard } from '#sandbox/scenarios/exact-card.ts';
import { FORMULA_MERCHANT } from '#sandbox/scenarios/every-status.ts';
import { EXPORT_COLUMNS, importProblems, sumOf, type ExportRecord } from '#testing/export-rules.ts';
import { parseCsv, parseRecords } from '#testing/parse-csv.ts';
import { expect, test } from './fixtures.ts';
import { ActivityPage, type ActivityRow } from './pages/activity-page.ts';
import { dayAgo } from './spent-in-period.ts';

const ZONED = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/**
 * What a row of the file says, in the words of the screen; an amount that is not booked stands in the
 * description.
 */
function inFile({ date, description, amount, status }: ExportRecord) {
  const [, said = '', notBooked = ''] = /^(.*?)(?: \((\$[\d,.]+), not booked\))?$/.exec(description) ?? [];
  const dollars = Number(amount.replace('-', '')).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const text = said.replace(/^'(?=[=+\-@])/, '');
  return { date, text, status, amount: amount === '' ? notBooked : `$${dollars}` };
}

/** What the file has to say of a row on screen: for a card's own line the merchant alone. */
function onScreen({ day, title, detail, status, amount }: ActivityRow, book: string) {
  const text = book === 'card' ? title : `${title}, ${detail}`;
  return { date: day, text, status, amount: amount.replace('+', '') };
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

    const { name, text: csv } = await activity.export('CSV');
    expect(name).toMatch(/^laso-activity-0x\w{4}-\w{4}-[\d-]{10}-to-[\d-]{10}-Europe-Berlin\.csv$/);
    const records = parseRecords(csv, EXPORT_COLUMNS);
    expect(importProblems(records, [owner])).toEqual([]);
    const aboutMoney = rows.filter(({ title }) => title !== 'Signed in here');
    expect(aboutMoney.length).toBe(rows.length - 1);
    expect(records.map(inFile)).toEqual(aboutMoney.map((row, at) => onScreen(row, records[at]?.book ?? '')));
    expect(sumOf(records.filter(({ book }) => book === 'card'))).toBe(
      BigInt(sandbox.sums([owner]).total.spentCents) * -10_000n,
    );

    expect(records.map(({ description }) => description)).toContain(`'${FORMULA_MERCHANT}`);
    const cells = parseCsv(csv).flat();
    expect(cells.filter((cell) => /^\s*[=+@\t\r]|^\s*-(?!\d+\.\d\d$)/.test(cell))).toEqual([]);
    const { text: json } = await activity.export('JSON');
    const shown = await activity.main.innerText();
    for (const text of [csv, json, shown]) {
      const digits = text.replaceAll(/(\d)[ -](?=\d)/g, '$1');
      expect(sandbox.store.cardsOf(owner).filter(({ number }) => digits.includes(number))).toEqual([]);
    }
  },
);

test('search, kind and days narrow the feed to what the sandbox has of it, stay in the address, and print leaves them out', async ({
  page,
  signIn,
  sandbox,
}) => {
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
});
