import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { createAccountCardClient } from '#laso/account-card/account-card-client.ts';
import { answering, json } from '#testing/laso-client.ts';
import { isOrderOpen } from './open-order-mark.ts';
import { orderOnce } from './order-once.ts';
import { leaveProgramme, noteOrder, useProgrammeAccess } from './programme-access.ts';

const NONE = json({ message: 'Card not found' }, 404);
const CARD = json({ id: '1', panLast4: '1234', status: 'PENDING', type: 'VIRTUAL' });
const TAKEN = json({ success: true });

const OFFLINE = new Error('net::ERR_FAILED');

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  leaveProgramme();
});

/** A page that is signed in to the programme. */
function ordering(...answers: (Response | Error)[]) {
  const server = answering(...answers);
  const client = createAccountCardClient({
    config: { baseUrl: 'https://programme.example', clientKey: 'key', usEnv: true, imageHosts: [] },
    bearer: Secret.of('bearer'),
    fetch: server.fetch,
  });
  useProgrammeAccess.setState({ client });
  const order = async () => {
    const made = orderOnce(client, 'u1');
    made.catch(() => undefined);
    // Locks and answers are not timers: half a second at a time leaves them room.
    for (let halves = 0; halves < 24; halves += 1) await vi.advanceTimersByTimeAsync(500);
    return made;
  };
  const orders = () => server.sent.filter(({ method }) => method === 'POST').length;
  const open = () => useProgrammeAccess.getState().order;
  return { client, order, orders, open };
}

test('where there is a card already, nothing is ordered', async () => {
  const { order, orders } = ordering(CARD);
  expect(await order()).toMatchObject({ last4: '1234' });
  expect(orders()).toBe(0);
});

test('two orders at once make one request', async () => {
  const { order, orders } = ordering(NONE, TAKEN, CARD);
  const both = await Promise.all([order(), order()]);
  expect(both.map((card) => card?.status)).toEqual(['PENDING', 'PENDING']);
  expect(orders()).toBe(1);
});

test('the lock is held until the status knows of the card', async () => {
  const { order, orders } = ordering(NONE, TAKEN, NONE, NONE, CARD);
  expect(await Promise.all([order(), order()])).toHaveLength(2);
  expect(orders()).toBe(1);
});

test.each([
  ['a lost answer', OFFLINE],
  ['a server error', json({ message: 'Internal server error' }, 500)],
  ['an answer nobody understands', json({ done: 'yes' })],
])(
  'after %s the status is asked until it knows the card, and the order is not repeated',
  async (_what, answer) => {
    const { order, orders } = ordering(NONE, answer, OFFLINE, NONE, NONE, CARD);
    expect(await order()).toMatchObject({ last4: '1234' });
    expect(orders()).toBe(1);
  },
);

test('an order without an answer and without a card in sight stays open: it may have been taken', async () => {
  const { order, orders, open } = ordering(NONE, OFFLINE, NONE);
  expect(await order()).toBeNull();
  expect([open(), orders()]).toEqual(['unsure', 1]);
});

test('while an order is open, no tab of the same user orders again; afterwards one can', async () => {
  const { client, order, orders, open } = ordering(NONE, TAKEN, NONE);
  await order();
  expect(open()).toBe('taken');
  expect(await order()).toBeNull();
  expect(orders()).toBe(1);
  expect([await isOrderOpen('u1'), await isOrderOpen('u2')]).toEqual([true, false]);
  noteOrder(client, null, 0);
  await vi.waitFor(async () => expect(await isOrderOpen('u1')).toBe(false));
});

test('“already has a card” goes to the card', async () => {
  const { order } = ordering(NONE, json({ message: 'User already has a card' }, 400), CARD);
  expect(await order()).toMatchObject({ last4: '1234' });
});

test('what is lost before anything was ordered is told as it is', async () => {
  const { order, orders, open } = ordering(OFFLINE);
  await expect(order()).rejects.toMatchObject({ kind: 'offline' });
  expect([open(), orders()]).toEqual([null, 0]);
});

test('a refusal is told, without a second look', async () => {
  const { order, orders, open } = ordering(NONE, json({ message: 'User is not verified' }, 400), CARD);
  await expect(order()).rejects.toMatchObject({ kind: 'not-verified' });
  expect([open(), orders()]).toEqual([null, 1]);
});
