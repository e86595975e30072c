import { expect, test } from 'vitest';
import { INTL_COMPLETE, US_READY } from '#testing/card-answers.ts';
import { getCard } from './get-card-data.ts';
import { readCardNumber, readCvv } from './read-card-secrets.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const one = (body: unknown, id: string) => getCard(testClient(answering(json(body))).client, ACCOUNT, id);

test('F2: a cached answer about another card reveals nothing of it here', async () => {
  const { client } = testClient(answering(json(US_READY)));
  await expect(readCardNumber(client, ACCOUNT, 'mine')).rejects.toMatchObject({ kind: 'bad-answer' });
  await expect(readCvv(client, ACCOUNT, 'mine')).rejects.toMatchObject({ kind: 'bad-answer' });
});

test('an international card that does not tell its earlier id is found by it all the same', async () => {
  const made = { ...INTL_COMPLETE, queued_order_card_id: null };
  expect(await one(made, 'queue-77')).toMatchObject({ id: 'issuer-77' });
});

test('F1: a card number and ids that come as JSON numbers lose no digit', async () => {
  const text = `{"card_id":90071992547409931,"card_details":{"card_number":6006491234567890123},"usd_amount":50.00000000000000000}`;
  const exact = () => new Response(text, { headers: { 'Content-Type': 'application/json' } });
  const { client } = testClient(answering(exact()));
  const { number } = await readCardNumber(client, ACCOUNT, '90071992547409931');
  expect(number.reveal()).toBe('6006491234567890123');
  expect(await getCard(client, ACCOUNT, '90071992547409931')).toMatchObject({
    id: '90071992547409931',
    last4: '0123',
    usdAmountCents: 5_000,
  });
});
