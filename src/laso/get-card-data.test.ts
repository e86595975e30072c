import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Card } from '#domain/card.ts';
import { CVV, INTL_COMPLETE, PAN, US_PENDING, US_READY } from '#testing/card-answers.ts';
import { getCard, listCards, listCardsCounted } from './get-card-data.ts';
import { readCardNumber, readCvv } from './read-card-secrets.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const list = (body: unknown, type: 'us' | 'intl' = 'us') =>
  listCardsCounted(testClient(answering(json(body))).client, ACCOUNT, type);
const one = (body: unknown, id: string) => getCard(testClient(answering(json(body))).client, ACCOUNT, id);
const first = async (entry: unknown, type?: 'us' | 'intl'): Promise<Card> => {
  const { cards } = await list({ cards: [entry] }, type);
  if (!cards[0]) throw new Error('no card');
  return cards[0];
};
/** Everything a log, a cache or a crash report could print. */
const printed = (value: unknown) =>
  inspect(value, { depth: 9, showHidden: true }) + JSON.stringify(value) + String(value);

const withBalance = (available_balance: unknown) =>
  first({ ...US_READY, card_details: { ...US_READY.card_details, available_balance } });

describe('a card', () => {
  test('a ready U.S. card is normalized, its money exact and its number reduced to four digits', async () => {
    const card = await first(US_READY);
    expect(card).toMatchObject({
      id: 'O-01ABC123',
      queuedOrderCardId: null,
      type: 'us',
      status: 'ready',
      usdAmountCents: 5000,
      availableCents: 3750,
      last4: '1111',
      orderedAtMs: 1_700_000_000_000,
      updatedAtMs: 1_706_400_000_000,
      billingAddress: { name: 'Laso Finance', line1: '1 Main St', line2: null, required: false },
    });
    expect(
      card.transactions.map((line) => [line.amountCents, line.kind, line.description, line.when]),
    ).toEqual([
      [1250, 'purchase', 'Amazon.com', { kind: 'day', day: '2025-01-15' }],
      [1250, 'purchase', 'Amazon.com', { kind: 'day', day: '2025-01-15' }],
      [210, 'refund', 'Amazon.com refund', { kind: 'day', day: '2025-01-16' }],
    ]);
    expect(new Set(card.transactions.map((line) => line.key)).size).toBe(3);
    expect((await first(US_READY)).transactions).toEqual(card.transactions);
  });

  test('an international card brings its fees, label, old id and its own shape of transactions', async () => {
    const card = await first(INTL_COMPLETE, 'intl');
    expect(card).toMatchObject({
      id: 'issuer-77',
      queuedOrderCardId: 'queue-77',
      type: 'intl',
      status: 'complete',
      usdAmountCents: 25950,
      chargedCents: 26936,
      feesCents: 986,
      label: 'Hosting',
      last4: '4444',
    });
    expect(card.transactions[0]).toMatchObject({
      description: 'Hetzner',
      when: { kind: 'instant', ms: 1_706_400_000_000 },
      status: 'settled',
    });
    expect(card.transactions[1]).toMatchObject({ amountCents: 1000, when: null, status: 'declined' });
  });

  test('a pending answer may be just id and status', async () => {
    expect(await one(US_PENDING, 'O-02')).toMatchObject({
      id: 'O-02',
      type: 'us',
      status: 'pending',
      usdAmountCents: null,
      last4: null,
      transactions: [],
    });
  });

  test('a ready U.S. card with nothing left is depleted; without a known balance it is ready', async () => {
    expect((await withBalance(0)).status).toBe('depleted');
    expect((await withBalance('0.00')).status).toBe('depleted');
    expect((await withBalance(0.01)).status).toBe('ready');
    expect((await withBalance(null)).status).toBe('ready');
    const intl = { card_id: 'i', status: 'ready', card_details: { available_balance: 0 } };
    expect((await first(intl, 'intl')).status).toBe('ready');
  });

  test.each([
    [{ status: 'ready', state: 'redeemable' }, 'ready'],
    [{ state: 'redeemable' }, 'ready'],
    [{ state: 'queued' }, 'queued'],
    [{ state: 'refund-requested-approved-for-queue' }, 'refund-requested'],
    [{ status: 'refunded', state: 'archived' }, 'refunded'],
    [{ status: 'on-the-moon', state: 'queued' }, 'unknown'],
    [{}, 'unknown'],
  ])('international %j is %s', async (fields, status) => {
    expect((await first({ card_id: 'i', ...fields }, 'intl')).status).toBe(status);
  });

  test('an unknown status or type stays visible', async () => {
    const card = await first({ card_id: 'x', card_type: 'Reloadable', status: 'Under_Review' });
    expect(card).toMatchObject({
      type: 'other',
      typeName: 'Reloadable',
      status: 'unknown',
      rawStatus: 'Under_Review',
    });
  });
});

const updated = (usd_amount: number, last_updated_timestamp: number) => ({
  card_id: 'a',
  usd_amount,
  last_updated_timestamp,
});

describe('a list', () => {
  test.each([
    ['the documented shape', { cards: [US_READY] }, 1],
    ['one card where a list belongs', { cards: US_READY }, 1],
    ['null for no cards', { cards: null }, 0],
  ])('%s', async (_what, body, count) => expect((await list(body)).cards).toHaveLength(count));

  test('F2: an answer about one card, or about cards of the other type alone, is no list of these', async () => {
    for (const body of [US_READY, { card: US_READY }, {}, { cards: 'none' }, { cards: [INTL_COMPLETE] }])
      await expect(list(body)).rejects.toMatchObject({ kind: 'bad-answer' });
  });

  test('cards that name the other type are in the other list, also where a server lists every type for each', async () => {
    const both = { cards: [US_READY, INTL_COMPLETE, US_PENDING] };
    expect((await list(both, 'us')).cards.map(({ id }) => id)).toEqual(['O-01ABC123', 'O-02']);
    expect(await list(both, 'intl')).toMatchObject({
      cards: [{ id: 'issuer-77' }, { id: 'O-02' }],
      skipped: 0,
    });
  });

  test('asks for its type', async () => {
    const server = answering(json({ cards: [] }));
    await listCards(testClient(server).client, ACCOUNT, 'us');
    await listCards(testClient(server).client, ACCOUNT, 'intl');
    expect(server.sent.map(({ url }) => new URL(url).searchParams.get('card_type'))).toEqual([
      'Non-Reloadable U.S.',
      'Non-Reloadable International',
    ]);
  });

  test('a broken entry is left out and counted; the others stay', async () => {
    const { cards, skipped } = await list({
      cards: [null, 7, 'x', [], { status: 'ready' }, { card_id: '' }, US_READY],
    });
    expect(cards.map((card) => card.id)).toEqual(['O-01ABC123']);
    expect(skipped).toBe(6);
  });

  test('a fulfilled international card is shown once, under its new id (R17)', async () => {
    const queued = { card_id: 'queue-77', status: 'queued', state: 'queued', usd_amount: 259.5 };
    for (const cards of [
      [queued, INTL_COMPLETE],
      [INTL_COMPLETE, queued],
      [INTL_COMPLETE, INTL_COMPLETE, queued],
    ]) {
      expect((await list({ cards }, 'intl')).cards.map((card) => card.id)).toEqual(['issuer-77']);
    }
  });

  test('of two entries with one id the later update stays; cards that name each other do not vanish', async () => {
    expect(
      (await list({ cards: [updated(1, 1.6e12), updated(2, 1.7e12), updated(3, 1.6e12)] })).cards,
    ).toMatchObject([{ usdAmountCents: 200 }]);
    const circle = [
      { card_id: 'a', queued_order_card_id: 'b' },
      { card_id: 'b', queued_order_card_id: 'a' },
      { card_id: 'c', queued_order_card_id: 'c' },
    ];
    expect((await list({ cards: circle }, 'intl')).cards).toHaveLength(3);
  });
});

describe('secrets (S7, S8, S10)', () => {
  test('no list and no card holds a number, an expiry or a CVV', async () => {
    const text = printed([
      await list({ cards: [US_READY, INTL_COMPLETE] }),
      await one(US_READY, US_READY.card_id),
    ]);
    expect(text).not.toMatch(new RegExp(`${PAN}|5555555555554444|\\b${CVV}\\b|12/27|exp_`));
  });

  test('number and expiry, and the CVV, come only by their own functions, and do not print themselves', async () => {
    const { client } = testClient(answering(json(US_READY)));
    const shown = await readCardNumber(client, ACCOUNT, US_READY.card_id);
    const cvv = await readCvv(client, ACCOUNT, US_READY.card_id);
    expect([shown.number.reveal(), shown.expiry.reveal(), cvv.reveal()]).toEqual([PAN, '12/27', CVV]);
    expect(Object.keys(shown)).toEqual(['number', 'expiry']);
    const text = printed({ ...shown, cvv }) + `${shown.number}` + [cvv].join('');
    expect(text).not.toMatch(new RegExp(`${PAN}|${CVV}|12/27`));
    expect(structuredClone(shown.number)).toEqual({});
  });

  test('numbers come as they may: spaces, digits as numbers, a CVV that lost its zeros', async () => {
    const { client } = testClient(
      answering(
        json({
          ...INTL_COMPLETE,
          card_details: { ...INTL_COMPLETE.card_details, card_number: '5555 5555-5555 4444' },
        }),
      ),
    );
    const shown = await readCardNumber(client, ACCOUNT, 'queue-77');
    expect([shown.number.reveal(), shown.expiry.reveal()]).toEqual(['5555555555554444', '03/28']);
    expect((await readCvv(client, ACCOUNT, 'issuer-77')).reveal()).toBe('007');
  });

  test.each([
    US_PENDING,
    { ...US_READY, card_details: {} },
    { ...US_READY, card_details: { card_number: '************1111' } },
  ])('without details there is nothing to reveal, and no secret in the error: %#', async (body) => {
    const { client } = testClient(answering(json(body)));
    await expect(readCardNumber(client, ACCOUNT, body.card_id)).rejects.toMatchObject({ kind: 'bad-answer' });
    await expect(readCvv(client, ACCOUNT, body.card_id)).rejects.toMatchObject({ kind: 'bad-answer' });
  });
});

test.each([
  { cards: [] },
  {},
  {
    cards: [
      { ...US_READY, card_id: 'a' },
      { ...US_READY, card_id: 'b' },
    ],
  },
  { error: 'no' },
  US_READY,
  INTL_COMPLETE,
  US_PENDING,
])('asked for one card, an answer about others is a bad answer: %#', (body) =>
  expect(one(body, 'mine')).rejects.toMatchObject({ kind: 'bad-answer' }),
);
