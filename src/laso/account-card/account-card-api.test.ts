import { expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { answering, json, type FakeServer } from '#testing/laso-client.ts';
import { createAccountCardClient } from './account-card-client.ts';
import type { AccountCardErrorKind } from './account-card-error.ts';
import { explainAccountCardError } from './explain-account-card-error.ts';
import { freezeAccountCard } from './freeze-account-card.ts';
import { requestImage } from './one-time-image.ts';
import { orderAccountCard } from './order-account-card.ts';
import { readAccountCard } from './read-account-card.ts';
import { readVerification } from './read-verification.ts';
import { requestSetPinPage } from './set-pin-page.ts';

const config = {
  baseUrl: 'https://programme.example/base/',
  clientKey: 'public-key',
  usEnv: false,
  imageHosts: ['pictures.example'],
};
const clientOf = ({ fetch }: FakeServer, timeoutMs = 5_000) =>
  createAccountCardClient({ config, bearer: Secret.of('bearer-of-a-person'), fetch, timeoutMs });

test('every call carries client key, environment and bearer, to the configured base only', async () => {
  const server = answering(json({ success: true }));
  await freezeAccountCard(clientOf(server), true);
  const [sent] = server.sent;
  expect(sent?.url).toBe('https://programme.example/base/v1/card/freeze');
  expect(Object.fromEntries(sent?.headers ?? [])).toMatchObject({
    'x-client-key': 'public-key',
    'x-us-env': 'false',
    authorization: 'Bearer bearer-of-a-person',
  });
  expect(sent?.init).toMatchObject({ cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer' });
});

test('of the profile only the id and the verification state are kept', async () => {
  const profile = { id: 'u1', firstName: 'Vera', ssn: '078-05-1120', verificationState: 'verified' };
  expect(await readVerification(clientOf(answering(json(profile))))).toEqual({
    userId: 'u1',
    state: 'VERIFIED',
  });
  const older = answering(json({ id: 'u1', status: 'PENDING', email: 'a@b.example' }));
  expect(await readVerification(clientOf(older))).toEqual({ userId: 'u1', state: 'PENDING' });
});

test('a card is read narrowly, whatever else the answer holds; no card is no error', async () => {
  const answer = {
    id: 42,
    holderName: 'VERA SANDMANN',
    expiryDate: '2028/01',
    panLast4: '1234',
    status: 'INACTIVE',
    type: 'VIRTUAL',
    orderedAt: '2026-03-27T17:07:12.662Z',
    pan: '4111111111111111',
  };
  const card = await readAccountCard(clientOf(answering(json(answer))));
  expect(card).toEqual({
    id: '42',
    holder: 'VERA SANDMANN',
    expiry: '01/28',
    last4: '1234',
    status: 'INACTIVE',
    type: 'VIRTUAL',
    orderedAtMs: Date.parse(answer.orderedAt),
  });
  expect(await readAccountCard(clientOf(answering(json({ message: 'Card not found' }, 404))))).toBeNull();
  const bare = await readAccountCard(clientOf(answering(json({ panLast4: '4111111111111111' }))));
  expect(bare).toMatchObject({ last4: null, status: null });
});

const CASES: [AccountCardErrorKind, Response | Error][] = [
  ['not-verified', json({ message: 'User is not verified' }, 400)],
  ['has-card', json({ message: 'User already has a card' }, 400)],
  ['bad-request', json({ message: 'No' }, 400)],
  ['unauthorized', json({ message: 'Not authenticated' }, 401)],
  ['forbidden', json({ message: 'Not authorized' }, 403)],
  ['no-user', json({ message: 'Not found' }, 404)],
  ['invalid', json({ message: 'type must be VIRTUAL' }, 422)],
  ['rate-limited', json({ message: 'Slow down' }, 429)],
  ['client-key-refused', json({ message: 'Invalid client key' }, 498)],
  ['client-key-missing', json({ message: 'Missing client key' }, 499)],
  ['server', json({ message: 'Internal server error' }, 500)],
  ['bad-answer', json({ done: 'yes' })],
  ['not-program', new Response('<title>Sign in to the network</title>', { status: 401 })],
  ['offline', new Error('net::ERR_FAILED')],
];

test.each(CASES)('an order can fail as %s', async (kind, answer) => {
  await expect(orderAccountCard(clientOf(answering(answer)))).rejects.toMatchObject({ kind });
});

test('each kind has a sentence of its own, none with our bearer in it', async () => {
  const titles = new Set<string>();
  for (const [, answer] of CASES) {
    const failure: unknown = await orderAccountCard(clientOf(answering(answer))).catch(
      (error: unknown) => error,
    );
    titles.add(explainAccountCardError(failure).title);
  }
  expect(titles.size).toBe(CASES.length);
  const echo = answering(json({ message: 'Bearer bearer-of-a-person is suspended' }, 403));
  const failure: unknown = await orderAccountCard(clientOf(echo)).catch((error: unknown) => error);
  expect(explainAccountCardError(failure).detail).toContain('is suspended');
  expect(explainAccountCardError(failure).detail).not.toContain('bearer-of-a-person');
});

test('silence ends after a while as a time-out', async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
    );
  await expect(orderAccountCard(clientOf({ sent: [], fetch: silent }, 20))).rejects.toMatchObject({
    kind: 'timeout',
  });
});

test.each([
  ['https://pictures.example/details-image?token=1', true],
  ['http://pictures.example/details-image?token=1', false],
  ['https://pictures.example.evil.example/?token=1', false],
  ['https://programme.example/details-image?token=1', false],
  ['https://user@pictures.example/?token=1', false],
  ['https://pictures.example:8443/?token=1', false],
  ['javascript:alert(1)', false],
  // A token of 2 kB: nothing of it may be lost.
  [`https://pictures.example/details-image?token=${'x'.repeat(2_000)}`, true],
])('a picture at %s is allowed: %s', async (imageUrl, allowed) => {
  const asked = requestImage(clientOf(answering(json({ token: 't', imageUrl }))), 'details');
  if (allowed) expect((await asked).reveal()).toBe(imageUrl);
  else await expect(asked).rejects.toMatchObject({ kind: 'foreign-host' });
});

test('a 404 says what is missing: the card, or the user', async () => {
  const nowhere = json({ message: 'Not found' }, 404);
  await expect(readVerification(clientOf(answering(nowhere)))).rejects.toMatchObject({ kind: 'no-user' });
  await expect(freezeAccountCard(clientOf(answering(nowhere)), true)).rejects.toMatchObject({
    kind: 'no-card',
  });
  await expect(requestImage(clientOf(answering(nowhere)), 'pin')).rejects.toMatchObject({ kind: 'no-card' });
});

test.each([{ token: 't' }, { token: 't', imageUrl: '' }])(
  'an answer without an address, %j, is a broken answer and no foreign host',
  async (answer) => {
    const client = clientOf(answering(json(answer)));
    await expect(requestImage(client, 'details')).rejects.toMatchObject({ kind: 'bad-answer' });
    await expect(requestSetPinPage(client)).rejects.toMatchObject({ kind: 'bad-answer' });
  },
);

test('the hosted PIN page may also be on the program’s own host, and its address stays a secret until asked for', async () => {
  const server = answering(json({ token: 't', hostedPageUrl: 'https://programme.example/pin?token=t' }));
  const address = await requestSetPinPage(clientOf(server));
  expect(server.sent[0]?.body).toEqual({ isEmbedded: true });
  expect(`${address} ${JSON.stringify({ address })}`).not.toContain('token');
});
