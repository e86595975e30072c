import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { database } from '#storage/database.ts';
import { decide } from './decide.ts';
import type { ChainVerdict, ProductEvidence } from './evidence.ts';
import { createJournal } from '../journal/journal.ts';
import { advance, isOpen, summaryOf, type PaymentRow, type PaymentState } from '../journal/payment-row.ts';
import { reconcile } from './reconcile.ts';
import { dismissRow } from '../pay/row-actions.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';

const journal = createJournal({ open: database });
const ENDED_MS = 1_000_000;
const HOUR_MS = 3_600_000;
const SETTLED: ChainVerdict = { kind: 'settled', transaction: '0xpaid', atSec: 990 };
const card = { id: 'new', kind: 'us-card', amountCents: 5000, orderedAtMs: 991_000 };

afterEach(async () => {
  await (await database()).clear('payments');
});

type Patch = NonNullable<Parameters<typeof advance>[2]['patch']>;

/** Sent, and ended at `ENDED_MS`. */
async function ended(
  id: string,
  path: readonly PaymentState[],
  last: Patch = {},
  retryOf: string | null = null,
): Promise<PaymentRow> {
  let row = rowOf(reviewOf({ orderId: id, retryOf }), ENDED_MS - 60_000, []);
  await journal.commit(row);
  for (const to of ['signed', 'sent', ...path] as const) {
    const signed = { signed: signedPayment(), marks: { nonce: id }, validBeforeSec: 995 };
    const patch = to === 'signed' ? signed : to === 'sent' ? { sends: 1 } : to === path.at(-1) ? last : {};
    row = advance(row, to, { atMs: to === path.at(-1) ? ENDED_MS : ENDED_MS - 50_000, patch });
    await journal.commit(row);
  }
  return row;
}

function looking(
  verdict: ChainVerdict,
  products: ProductEvidence['list'] = async () => ({ kind: 'signed-out' }),
) {
  const asked: string[] = [];
  const findSettlement = async ({ id }: { id: string }) => {
    asked.push(id);
    return verdict;
  };
  const evidence = { network: 'eip155:8453', findSettlement };
  const look = (nowMs: number, more: { again?: boolean; rowId?: string } = {}) =>
    reconcile({
      journal,
      chainEvidence: async () => evidence,
      products: { list: products },
      now: () => nowMs,
      ...more,
    });
  return { asked, look };
}
const states = async (id: string) => (await journal.get(id))?.history.slice(-3).map(({ state }) => state);

test('A1: “not charged” that was wrong is taken back later, aloud, and goes on to what the payment bought', async () => {
  await ended('a', ['unknown', 'not-charged']);
  const { look } = looking(SETTLED, async () => ({ kind: 'listed', products: [card] }));
  await look(ENDED_MS + HOUR_MS);
  expect(await states('a')).toEqual(['not-charged', 'paid-not-delivered', 'delivered']);
  const row = await journal.get('a');
  expect(row).toMatchObject({ cardId: 'new', transaction: '0xpaid', settledAtSec: 990, dismissed: null });
  expect(row?.reason).toMatch(/said “Not charged”\. That was wrong.*this payment was made/);
  expect(row?.history.some(({ note }) => note?.includes('“Not charged” was wrong'))).toBe(true);
  // It has a good end, and a person has to see it all the same.
  expect(row && isOpen(row)).toBe(true);
  await dismissRow({ journal, rowId: 'a', reason: 'seen', now: () => ENDED_MS + HOUR_MS });
  const seen = await journal.get('a');
  expect(seen && isOpen(seen)).toBe(false);
});

test('A1: where nothing can be found for it, it is paid, not delivered; what was ordered again because of it is named', async () => {
  await ended('a', ['unknown', 'not-charged']);
  await ended('again', ['delivered'], { cardId: 'other', settledAtSec: 990, transaction: '0xother' }, 'a');
  await looking(SETTLED).look(ENDED_MS + HOUR_MS);
  const row = await journal.get('a');
  expect(row?.state).toBe('paid-not-delivered');
  expect(row?.reason).toMatch(
    /You ordered the same again, so you may have paid twice.*Sign in with the wallet/s,
  );
});

test('A1: a row that was called not charged is looked at again a while after, and not for ever', async () => {
  await ended('a', ['unknown', 'not-charged']);
  const { asked, look } = looking({ kind: 'expired-unused' });
  await look(ENDED_MS + 60_000);
  expect(asked).toEqual([]);
  await look(ENDED_MS + 11 * 60_000);
  expect(asked).toHaveLength(1);
  for (let hours = 1; hours < 400; hours += 1) await look(ENDED_MS + hours * HOUR_MS);
  expect(asked).toHaveLength(2);
  expect(await journal.get('a')).toMatchObject({
    state: 'not-charged',
    looks: { confirmed: 2 },
  });
  // A person may ask whenever they want, and what the chain says then counts.
  const late = looking(SETTLED);
  await late.look(ENDED_MS + 1_000 * HOUR_MS, { again: true, rowId: 'a' });
  expect(await states('a')).toEqual(['unknown', 'not-charged', 'paid-not-delivered']);
});

test('A1: what was never sent, and what is proven, is not looked at', async () => {
  await ended('proven', ['delivered'], { cardId: 'x', settledAtSec: 990, transaction: '0x1' });
  const unsent = rowOf(reviewOf({ orderId: 'unsent' }), 1);
  await journal.commit(unsent);
  await journal.commit(advance(unsent, 'not-charged', { atMs: 2 }));
  const { asked, look } = looking(SETTLED);
  await look(ENDED_MS + HOUR_MS, { again: true });
  expect(asked).toEqual([]);
});

test('A1: “Paid” by a list is taken back when the chain proves that nothing moved; its card is free again', async () => {
  await ended('wrong', ['unknown', 'delivered'], { cardId: 'new' });
  const unused = looking({ kind: 'expired-unused' });
  await unused.look(ENDED_MS + 60_000);
  const row = await journal.get('wrong');
  expect(row).toMatchObject({ state: 'not-charged', cardId: null, corrected: { from: 'delivered' } });
  expect(row?.reason).toMatch(
    /said “Paid”\. That was wrong.*no money moved.*Card new was not bought by this order/s,
  );
  expect(row && isOpen(row)).toBe(true);
  await ended('right', ['paid-not-delivered'], { settledAtSec: 990, transaction: '0xpaid' });
  await looking(SETTLED, async () => ({ kind: 'listed', products: [card] })).look(ENDED_MS + HOUR_MS, {
    rowId: 'right',
  });
  expect(await journal.get('right')).toMatchObject({ state: 'delivered', cardId: 'new' });
});

test('A1: what is kept here for a payment that the chain denies does not make it paid, and is told', async () => {
  const row = summaryOf(await ended('a', ['unknown']));
  const evidence = {
    chain: { kind: 'expired-unused' as const },
    listing: { kind: 'kept' as const },
    rows: [row],
  };
  expect(decide(row, evidence)).toMatchObject({
    to: 'not-charged',
    patch: {
      reason: /no money moved.*kept on this device.*may be another order’s/,
      corrected: { from: 'unknown' },
    },
  });
});
