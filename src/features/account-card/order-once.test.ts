import { expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { createAccountCardClient } from '#laso/account-card/account-card-client.ts';
import { answering, json } from '#laso/test-client.ts';
import { orderOnce } from './order-once.ts';

const NONE = json({ message: 'Card not found' }, 404);
const CARD = json({ id: '1', panLast4: '1234', status: 'PENDING', type: 'VIRTUAL' });
const TAKEN = json({ success: true });

function ordering(...answers: (Response | Error)[]) {
  const server = answering(...answers);
  const client = createAccountCardClient({
    config: { baseUrl: 'https://programme.example', clientKey: 'key', usEnv: true, imageHosts: [] },
    bearer: Secret.of('bearer'),
    fetch: server.fetch,
  });
  const orders = () => server.sent.filter(({ method }) => method === 'POST').length;
  return { client, orders };
}

test('where there is a card already, nothing is ordered', async () => {
  const { client, orders } = ordering(CARD);
  expect(await orderOnce(client)).toMatchObject({ last4: '1234' });
  expect(orders()).toBe(0);
});

test('two orders at once make one request', async () => {
  const { client, orders } = ordering(NONE, TAKEN, CARD);
  const both = await Promise.all([orderOnce(client), orderOnce(client)]);
  expect(both.map((card) => card?.status)).toEqual(['PENDING', 'PENDING']);
  expect(orders()).toBe(1);
});

test('the lock is held until the status knows of the card', async () => {
  vi.useFakeTimers();
  try {
    const { client, orders } = ordering(NONE, TAKEN, NONE, NONE, CARD);
    const both = Promise.all([orderOnce(client), orderOnce(client)]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await both).toHaveLength(2);
    expect(orders()).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ['a lost answer', new Error('net::ERR_FAILED')],
  ['a server error', json({ message: 'Internal server error' }, 500)],
  ['“already has a card”', json({ message: 'User already has a card' }, 400)],
])('after %s the status is asked, and the order is not repeated', async (_what, answer) => {
  const { client, orders } = ordering(NONE, answer, CARD);
  expect(await orderOnce(client)).toMatchObject({ last4: '1234' });
  expect(orders()).toBe(1);
});

test('a lost answer with no card behind it is told as it is', async () => {
  const { client } = ordering(NONE, new Error('net::ERR_FAILED'), NONE);
  await expect(orderOnce(client)).rejects.toMatchObject({ kind: 'offline' });
});

test('a refusal is told, without a second look', async () => {
  const { client, orders } = ordering(NONE, json({ message: 'User is not verified' }, 400), CARD);
  await expect(orderOnce(client)).rejects.toMatchObject({ kind: 'not-verified' });
  expect(orders()).toBe(1);
});
