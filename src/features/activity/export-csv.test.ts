import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActivityItem } from '#domain/activity.ts';
import { dollarEntry, paidEntry } from '#domain/book-entry.ts';
import { testActivity } from '#testing/activity.ts';
import { parseCsv, parseRecords } from '#testing/parse-csv.ts';
import { activityCsv } from './export-csv.ts';
import { activityJson } from './export-json.ts';
import { COLUMNS } from './export-row.ts';

const at = (text: string) => ({ kind: 'instant', ms: Date.parse(text) }) as const;
const rowsOf = (items: readonly ActivityItem[], timeZone = 'Europe/Berlin') =>
  parseRecords(activityCsv(items, timeZone), COLUMNS);
const rowOf = (given: Partial<ActivityItem>, timeZone?: string) => rowsOf([testActivity(given)], timeZone)[0];

test('a row has the columns of the product page, the account in full and the amount with its sign', () => {
  expect(parseCsv(activityCsv([testActivity()]))).toEqual([
    'id,date,time,book,kind,account,card_id,description,amount,currency,fee,status,transaction'.split(','),
    [
      'line:card_1:2026-01-15:purchase:1250:abc',
      '2026-01-15',
      '',
      'card',
      'purchase',
      '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
      'card_1',
      'Shop',
      '-12.50',
      'USD',
      '',
      '',
      '',
    ],
  ]);
});

test('date and time are of one zone; a plain day stays its day and has no time', () => {
  const evening = { when: at('2026-11-30T23:30:05.954Z') };
  expect(rowOf(evening, 'Europe/Berlin')).toMatchObject({ date: '2026-12-01', time: '00:30:05' });
  expect(rowOf(evening, 'America/New_York')).toMatchObject({ date: '2026-11-30', time: '18:30:05' });
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles'])
    expect(rowOf({ when: { kind: 'day', day: '2026-11-30' } }, zone)).toMatchObject({
      date: '2026-11-30',
      time: '',
    });
});

test('what was paid from the wallet is USDC, to the last digit, with the fee in it and its transaction', () => {
  const order = paidEntry({
    paidAtomic: 103_804_567n,
    faceMicros: 100_000_000n,
    cardId: 'c',
    transaction: '0xabc',
  });
  expect(rowOf({ kind: 'order', booked: order })).toMatchObject({
    book: 'wallet',
    amount: '-103.804567',
    currency: 'USDC',
    fee: '3.804567',
    card_id: 'c',
    transaction: '0xabc',
  });
  expect(rowOf({ booked: paidEntry({ paidAtomic: 1_000n }) })).toMatchObject({ amount: '-0.001', fee: '' });
});

test('what moved no money has no amount and no currency, and says what it was about', () => {
  const declined = { direction: null, status: 'declined', booked: dollarEntry('card', null) };
  expect(rowOf(declined)).toMatchObject({
    amount: '',
    currency: '',
    fee: '',
    status: 'declined',
    description: 'Shop ($12.50, not booked)',
  });
});

test('a line that could not be read is a row with its text', () => {
  const unread = { kind: 'unread', title: 'amount “12,50” · COFFEE', amountCents: null } as const;
  expect(rowOf({ ...unread, status: 'Could not be read', booked: dollarEntry('card', null) })).toMatchObject({
    kind: 'unread',
    description: 'amount “12,50” · COFFEE',
    amount: '',
    status: 'unread',
  });
});

test('no amount stands without a date, and none is lost', () => {
  for (const when of [null, at('no date'), { kind: 'instant', ms: 9e15 } as const])
    expect(rowOf({ when, booked: dollarEntry('card', -1_250, { feeMicros: 1n }) })).toMatchObject({
      date: '',
      time: '',
      amount: '',
      currency: '',
      fee: '',
      description: 'Shop ($12.50, not booked)',
    });
});

test('zeros are blank', () => {
  expect(rowOf({ amountCents: 0, booked: dollarEntry('card', 0) })).toMatchObject({
    amount: '',
    description: 'Shop',
  });
});

test('a merchant stands alone as the payee; elsewhere the detail is said too', () => {
  expect(rowOf({ booked: dollarEntry('balance', 1), detail: 'To So1' })?.description).toBe('Shop, To So1');
  expect(rowOf({ booked: dollarEntry('balance', 1), detail: null })?.description).toBe('Shop');
});

test('what is about no money is in the JSON only', () => {
  const reveal = testActivity({ key: 'reveal:c', kind: 'reveal', amountCents: null, booked: null });
  expect(rowsOf([reveal])).toEqual([]);
  expect(JSON.parse(activityJson([reveal]))).toMatchObject([{ id: 'reveal:c', book: null, amount: null }]);
});

test('text that a spreadsheet would run is inert', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1+1', '\n=cmd']) {
    expect(rowOf({ title })?.description).toBe(`'${title}`);
    expect(rowOf({ status: title })?.status).toBe(`'${title}`);
    const booked = dollarEntry('card', 1, { cardId: title, transaction: title });
    expect(rowOf({ booked })).toMatchObject({ card_id: `'${title}`, transaction: `'${title}` });
  }
});

test('whatever a merchant is called, the file has one row for it and gives the name back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (title, status) => {
      const rows = parseCsv(activityCsv([testActivity({ title, status })]));
      expect(rows).toHaveLength(2);
      expect(rows[1]).toHaveLength(COLUMNS.length);
      expect(rows[1]?.[7]?.replace(/^'/, '')).toBe(title.replace(/^'/, ''));
      expect(rows[1]?.[7]).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

test('JSON has the same books, the ids, cents, and no path of this app', () => {
  expect(JSON.parse(activityJson([testActivity()]))).toEqual([
    {
      id: 'line:card_1:2026-01-15:purchase:1250:abc',
      time: '2026-01-15',
      accountId: '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
      kind: 'purchase',
      title: 'Shop',
      detail: '•••• 4242',
      amountCents: 1250,
      direction: 'out',
      status: null,
      book: 'card',
      cardId: 'card_1',
      amount: '-12.50',
      currency: 'USD',
      fee: null,
      transaction: null,
    },
  ]);
});
