import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { statusWord } from '#domain/card.ts';
import { getCard } from '#laso/get-card-data.ts';
import { createSandbox, type Sandbox } from '../app.ts';
import { dashboardClient, readCards } from '../testing/read-as-dashboard.ts';
import { FORMULA_MERCHANT } from './every-status.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'every-status',
    solana: false,
  });
});
afterAll(() => sandbox.close());

test('cards of every status of both products, and words that no document has', async () => {
  const cards = await readCards(sandbox, sandbox.accounts.everyStatus);
  const words = (type: string): string[] =>
    cards
      .filter((card) => card.type === type)
      .map(statusWord)
      .toSorted();
  expect(words('us')).toEqual(['Depleted', 'Pending', 'Ready', 'under_review']);
  expect(words('intl')).toEqual([
    'Archived',
    'Complete',
    'Queued',
    'Ready',
    'Refund requested',
    'Refund requested',
    'Refunded',
    'frozen-by-issuer',
  ]);
  expect(cards.filter(({ type }) => type === 'other').map(({ typeName }) => typeName)).toEqual([
    'Reloadable',
  ]);
});

test('both shapes of transactions, days and moments, money that came back, attempts, the same purchase twice', async () => {
  const cards = await readCards(sandbox, sandbox.accounts.everyStatus);
  const lines = (type: string) =>
    cards.filter((card) => card.type === type).flatMap(({ transactions }) => transactions);
  expect(new Set(lines('us').map(({ when }) => when?.kind))).toEqual(new Set(['day', 'instant']));
  expect(lines('us').filter(({ description }) => description === 'SERPER.DEV')).toHaveLength(2);
  expect(lines('us').map(({ description }) => description)).toContain(FORMULA_MERCHANT);
  expect(new Set(lines('intl').map(({ status }) => status))).toEqual(
    new Set(['completed', 'pending', 'declined', 'disputed']),
  );
  for (const type of ['us', 'intl'])
    expect(new Set(lines(type).map(({ kind }) => kind))).toEqual(new Set(['purchase', 'refund']));
});

test('an order whose id changed is listed once, and the old id still finds it', async () => {
  const { everyStatus } = sandbox.accounts;
  const [reissued, ...more] = (await readCards(sandbox, everyStatus)).filter(
    ({ queuedOrderCardId }) => queuedOrderCardId !== null,
  );
  expect(more).toEqual([]);
  const client = dashboardClient(sandbox, everyStatus);
  const found = await getCard(client, accountIdOf(everyStatus), reissued?.queuedOrderCardId ?? '');
  expect(found.id).toBe(reissued?.id);
  expect(found.id).not.toBe(found.queuedOrderCardId);
});
