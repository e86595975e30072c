import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { LasoError } from './laso-error.ts';
import { createRouteMemory } from './route-memory.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const MISSING = new LasoError('not-laso', 'GET /get-webhook: 404', { status: 404 });

function memoryAt() {
  const clock = { ms: 0 };
  return { clock, memory: createRouteMemory(() => clock.ms) };
}

test('F2: a 404 of a newer route means “not listed” only while an older route answers', () => {
  const { clock, memory } = memoryAt();
  expect(memory.isUnlisted('/get-webhook', MISSING)).toBe(false);
  memory.noteAnswer('/get-card-data', false);
  clock.ms = 59_999;
  expect(memory.isUnlisted('/get-webhook', MISSING)).toBe(true);
  clock.ms = 60_000;
  expect(memory.isUnlisted('/get-webhook', MISSING)).toBe(false);
});

test('F2: a route that answered before is listed, whatever its 404 says', () => {
  const { memory } = memoryAt();
  memory.noteAnswer('/get-webhook', true);
  memory.noteAnswer('/get-card-data', false);
  expect(memory.isUnlisted('/get-webhook', MISSING)).toBe(false);
});

test('F2: another newer route proves nothing, and no other error means “not listed”', () => {
  const { memory } = memoryAt();
  memory.noteAnswer('/get-payment-status', true);
  expect(memory.isUnlisted('/get-webhook', MISSING)).toBe(false);
  memory.noteAnswer('/get-card-data', false);
  for (const error of [new LasoError('server', 'x', { status: 500 }), new LasoError('offline', 'x'), null])
    expect(memory.isUnlisted('/get-webhook', error)).toBe(false);
});

test('F2: a read of a newer route says so; the same page for an older one is an answer that is not Laso’s', async () => {
  const page = () =>
    new Response('<h1>Cannot GET</h1>', { status: 404, headers: { 'Content-Type': 'text/html' } });
  const schema = z.object({});
  const older = { account: ACCOUNT, path: '/get-card-data', schema };
  const newer = { account: ACCOUNT, path: '/get-webhook', schema, newer: true };
  const { client } = testClient(answering(page(), page(), json({}), page(), json({ error: 'No' }, 404)));
  await expect(client.read(older)).rejects.toMatchObject({ kind: 'not-laso' });
  await expect(client.read(newer)).rejects.toMatchObject({ kind: 'not-laso' });
  await client.read(older);
  await expect(client.read(newer)).rejects.toMatchObject({ kind: 'not-listed', status: 404 });
  await expect(client.read(newer)).rejects.toMatchObject({ kind: 'not-listed', status: 404 });
});
