import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatClock } from '#domain/clock-text.ts';
import { formatUsd } from '#domain/money.ts';
import { totalsOf } from '#domain/spend.ts';
import type { Card } from '#domain/card.ts';
import { getCard, listCardsCounted } from './get-card-data.ts';
import { readCardNumber } from './read-card-secrets.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const FOLDER = new URL('../../sandbox/contract/examples/', import.meta.url);
const NAME = 'get-card-data--';
const files = readdirSync(FOLDER).filter((file) => file.startsWith(NAME));
const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${NAME}${name}.json`, FOLDER), 'utf8'));
const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

interface Read {
  cards: Card[];
  skipped: number;
}
async function read(body: unknown): Promise<Read> {
  const { client } = testClient(answering(json(body)));
  const id = field(body, 'card_id');
  if (typeof id === 'string') return { cards: [await getCard(client, ACCOUNT, id)], skipped: 0 };
  return listCardsCounted(client, ACCOUNT, 'us');
}

/** "purchase $30.00 2026-11-05 6:40 PM PAPERBACK STORE" of every line, then the unread ones. */
const linesOf = ({ transactions, unreadLines }: Card): string[] => [
  ...transactions.map(({ kind, amountCents, description, when }) =>
    [kind, formatUsd(amountCents), whenText(when), description].join(' '),
  ),
  ...unreadLines.map(({ text, when }) => `unread: ${text} ${whenText(when)}`),
];
const whenText = (when: Card['transactions'][number]['when']): string => {
  if (when === null) return '–';
  if (when.kind === 'instant') return new Date(when.ms).toISOString().slice(0, 16);
  return [when.day, ...(when.clock === undefined ? [] : [formatClock(when.clock)])].join(' ');
};

const LOAD = 'wegiftusd - 70415520931';
const LINES: Record<string, string[]> = {
  '2026-08-intl-ready-new-id': [
    'purchase $86.60 2026-11-06T14:12 KYOTO CERAMICS',
    'purchase $12.00 – OSAKA METRO',
  ],
  '2026-09-numbers-with-load-line': [
    `load $50.00 2026-11-04T14:12 ${LOAD}`,
    'purchase $30.00 2026-11-05T23:40 PAPERBACK STORE',
  ],
  'field-list-mixed': [`load $50.00 2026-11-04 9:12 AM ${LOAD}`],
  'field-load-and-purchase': [
    'purchase $30.00 2026-11-05 6:40 PM PAPERBACK STORE 0199 SEATTLE WA',
    `load $50.00 2026-11-04 9:12 AM ${LOAD}`,
  ],
  'field-purchase-and-refund': [
    'refund $12.50 2026-11-09 10:05 AM PAPERBACK STORE REFUND',
    'purchase $30.00 2026-11-05 6:40 PM PAPERBACK STORE',
    `load $50.00 2026-11-04 9:12 AM ${LOAD}`,
  ],
  'field-thousands-separator': [
    'purchase $1,000.00 2026-12-31 11:58 PM BIKE WORKSHOP',
    `load $1,000.00 2026-12-31 11:50 PM ${LOAD}`,
  ],
  'field-unused-only-the-load': [`load $50.00 2026-11-04 9:12 AM ${LOAD}`],
  'odd-intl-day-as-text': ['purchase $86.60 2026-11-06 KYOTO CERAMICS'],
  'odd-signs-brackets-and-no-flag': [
    'refund $30.00 2026-11-05 6:40 PM PAPERBACK STORE',
    'refund $4.10 2026-11-06 6:40 PM TEA HOUSE',
    'refund $4.10 – TEA HOUSE',
    'unread: no amount · date “soon” · UNREADABLE AMOUNT –',
  ],
  'seed-us-ready-numbers-no-load-line': ['purchase $30.00 2026-11-05 PAPERBACK STORE'],
};

test.each(files.map((file) => file.slice(NAME.length, -'.json'.length)))(
  'the example %s is taken, and nothing of it is lost in silence',
  async (name) => {
    const body = example(name);
    const list = field(body, 'cards');
    const entries = Array.isArray(list) ? list : [body];
    const { cards, skipped } = await read(body);
    // Reloadable cards count as cards of a type this program does not know.
    expect(cards.length + skipped).toBe(entries.length);
    expect(cards.flatMap(linesOf)).toEqual(LINES[name] ?? []);
    for (const card of cards) {
      const given = entries.find((entry) => field(entry, 'card_id') === card.id);
      const lines = field(given, 'transactions');
      expect(card.transactions.length + card.unreadLines.length).toBe(
        Array.isArray(lines) ? lines.length : 0,
      );
      expect(card.usdAmountCents).toBe(dollars(field(given, 'usd_amount')));
      expect(card.chargedCents).toBe(dollars(field(given, 'charged_usd_amount')));
      expect(card.feesCents).toBe(dollars(field(given, 'fees_paid')));
      expect(card.availableCents).toBe(dollars(field(field(given, 'card_details'), 'available_balance')));
    }
  },
);

const dollars = (value: unknown): number | null =>
  value === undefined || value === null ? null : Math.round(Number(value) * 100);

test('an entry that is no card is counted', async () => {
  expect(await read(example('odd-list-with-a-broken-card'))).toMatchObject({ cards: [{}], skipped: 2 });
});

test.each([
  ['field-load-and-purchase', '$30.00', '$0.00'],
  ['field-purchase-and-refund', '$17.50', '$0.00'],
  ['field-thousands-separator', '$1,000.00', '$0.00'],
  ['field-unused-only-the-load', '$0.00', '$0.00'],
  ['field-list-mixed', '$0.00', '$0.00'],
  ['2026-09-numbers-with-load-line', '$30.00', '$0.00'],
  ['seed-us-ready-numbers-no-load-line', '$30.00', '$0.00'],
])('of %s %s is spent and %s not explained', async (name, spent, unexplained) => {
  const { spentCents, unexplainedCents } = totalsOf((await read(example(name))).cards);
  expect([formatUsd(spentCents), formatUsd(unexplainedCents)]).toEqual([spent, unexplained]);
});

test.each([
  ['field-load-and-purchase', '05/27'],
  ['2026-08-us-ready-with-address', '05/27'],
  ['2026-09-reloadable-details', '02/31'],
])('the expiry of %s is %s', async (name, expiry) => {
  const body = example(name);
  const { client } = testClient(answering(json(body)));
  const details = await readCardNumber(client, ACCOUNT, String(field(body, 'card_id')));
  expect(details.expiry.reveal()).toBe(expiry);
});
