import { expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { answering, json, testClient } from '#testing/laso-client.ts';
import { createCardEvidence } from './card-evidence.ts';

const PAYER = '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc';

test('a list that asks for patience is not asked again before the wait is over, by whichever look', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const server = answering(
    json({ error: 'Slow down', retry_after_seconds: 41 }, 429, { 'Retry-After': '1' }),
    json({ cards: [] }),
  );
  const { client } = testClient(server);
  // Each look makes its own witness.
  const look = () =>
    createCardEvidence({ client, isSignedIn: (account) => account === accountIdOf(PAYER) }).list({
      payer: PAYER,
      product: { kind: 'us-card', amountCents: 5000 },
    });
  expect(await look()).toEqual({ kind: 'unreadable' });
  vi.setSystemTime(Date.now() + 40_999);
  expect(await look()).toEqual({ kind: 'unreadable' });
  expect(server.sent).toHaveLength(1);
  vi.setSystemTime(Date.now() + 1);
  expect(await look()).toMatchObject({ kind: 'listed' });
  vi.useRealTimers();
});
