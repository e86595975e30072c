import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { microsOfCents } from '#domain/book-entry.ts';
import { totalsOf } from '#domain/spend.ts';
import { activityCsv } from '#features/activity/export-csv.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { EXPORT_COLUMNS, sumOf } from '#testing/export-rules.ts';
import { hledgerMissing, openLedger } from '#testing/hledger.ts';
import { parseRecords } from '#testing/parse-csv.ts';
import { addWithdrawals, DIRECT_CENTS, readWorld, seededWorlds } from './export-worlds.ts';

const missing = hledgerMissing();
// Reports do not name skipped tests: what was left out, and why, is printed here.
// oxlint-disable-next-line no-console
if (missing) console.warn(missing);

/** "12.50 USD" and the like of one commodity, in millionths; 0 where there is none. */
function microsOf(balance: string | undefined, commodity: string): bigint {
  const found = (balance ?? '').split(', ').find((one) => one.endsWith(` ${commodity}`));
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)([\d,]+)(?:\.(\d+))? /.exec(found ?? '') ?? [];
  return BigInt(`${sign}${whole.replaceAll(',', '')}${fraction.padEnd(6, '0')}`);
}

describe.skipIf(missing !== null)('the export in hledger, by the rules of this repository', () => {
  let sandbox: Sandbox;
  let ledger: ReturnType<typeof openLedger>;
  beforeEach(() => {
    ledger = openLedger();
  });
  afterEach(() => ledger.close());
  beforeAll(async () => {
    sandbox = await seededWorlds();
    for (const owner of Object.values(sandbox.accounts)) addWithdrawals(sandbox, owner);
  }, 60_000);
  afterAll(() => sandbox.close());

  const saved = async (owners: readonly string[]) => {
    const { cards, items } = await readWorld(sandbox, owners);
    const csv = activityCsv(items, 'Europe/Berlin');
    ledger.save(csv);
    return { cards, rows: parseRecords(csv, EXPORT_COLUMNS).filter(({ amount }) => amount !== '') };
  };

  test('of each seeded world every booked row is read; what is spent is the screen’s, and books stay apart', async () => {
    const { veryLarge: _other, ...accounts } = sandbox.accounts;
    for (const owners of [...Object.values(accounts).map((owner) => [owner]), Object.values(accounts)]) {
      const name = owners.join(' ');
      ledger.clear();
      const { cards, rows } = await saved(owners);
      expect(await ledger.importAll(), name).toBe(rows.length);
      expect(new Set(await ledger.ids()), name).toEqual(new Set(rows.map(({ id }) => id)));

      const spent = microsOfCents(totalsOf(cards).spentCents);
      const ofCards = await ledger.balances('tag:book=^card$');
      expect(microsOf(ofCards.get('expenses:purchases'), 'USD'), name).toBe(spent);
      expect(microsOf(ofCards.get('assets:laso:cards'), 'USD'), name).toBe(-spent);

      const ofWallet = await ledger.balances('tag:book=^wallet$');
      const paid = rows.filter(({ book }) => book === 'wallet');
      expect(microsOf(ofWallet.get('assets:wallet'), 'USDC'), name).toBe(sumOf(paid));
      const direct = paid.filter(({ kind }) => kind === 'gift-card' || kind === 'transfer');
      const bought =
        microsOf(ofWallet.get('expenses:gift cards'), 'USD') +
        microsOf(ofWallet.get('expenses:transfers'), 'USD');
      expect(bought + sumOf(direct, 'fee'), name).toBe(microsOfCents(DIRECT_CENTS * owners.length));

      const ofBalance = await ledger.balances('tag:book=^balance$');
      const moved = sumOf(rows.filter(({ book }) => book === 'balance'));
      expect(microsOf(ofBalance.get('assets:laso:balance'), 'USD'), name).toBe(moved);
      // Dollars off cards and USDC off the wallet are two commodities: nothing adds them up.
      expect(ofCards.get('assets:laso:cards') ?? '', name).not.toContain('USDC');
      expect(ofWallet.get('assets:wallet') ?? '', name).not.toMatch(/USD(?!C)/);
    }
  }, 120_000);

  test('so is the very large one, of 20,000 lines', async () => {
    const { cards, rows } = await saved([sandbox.accounts.veryLarge]);
    expect(rows.length).toBeGreaterThan(20_000);
    expect(await ledger.importAll()).toBe(rows.length);
    const ofCards = await ledger.balances('tag:book=^card$');
    const spent = microsOf(ofCards.get('expenses:purchases'), 'USD');
    expect(spent).toBe(microsOfCents(totalsOf(cards).spentCents));
  }, 120_000);

  test('what went onto cards and was not spent is what is left on them', async () => {
    // Every card is issued, none was refunded, and all of it adds up.
    const { cards } = await saved([sandbox.accounts.second]);
    const { leftCents, unexplainedCents } = totalsOf(cards);
    expect(unexplainedCents).toBe(0);
    await ledger.importAll();
    const all = await ledger.balances();
    expect(microsOf(all.get('assets:laso:cards'), 'USD')).toBe(microsOfCents(leftCents));
  });

  test('imported twice, nothing doubles; later, only what is new comes in', async () => {
    const owner = sandbox.accounts.design;
    const first = await saved([owner]);
    expect(await ledger.importAll()).toBe(first.rows.length);
    const balances = await ledger.balances();
    expect(balances.size).toBeGreaterThan(5);
    expect(await ledger.importAll()).toBe(0);
    expect(await ledger.balances()).toEqual(balances);

    const card = sandbox.store.cardsOf(owner).find(({ availableCents }) => availableCents > 1_000);
    if (!card) throw new Error('No card holds $10.00.');
    for (const _ of [1, 2]) sandbox.store.spend(card, 250, 'SERPER.DEV');
    const later = await saved([owner]);
    expect(later.rows.length).toBe(first.rows.length + 2);
    expect(await ledger.importAll()).toBe(2);
    expect((await ledger.ids()).toSorted()).toEqual(later.rows.map(({ id }) => id).toSorted());
    expect(await ledger.importAll()).toBe(0);
  });
});
