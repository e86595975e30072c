import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { PAY_TO } from '../chain/base-chain.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1', solana: false });
});
afterAll(() => sandbox.close());

const post = (path: string, body: object) =>
  fetch(`${sandbox.url}/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

test('an agent’s chain payments really move USDC, with a card at the time of each but one', async () => {
  const account = sandbox.accounts.second;
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const answer = await (await post('chain-payments', { account })).json();
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(
    42_420_000n * 2n + 259_500_000n + 1_000n + 75_000_000n,
  );
  const cards = answer.card_ids.map((id: string) => sandbox.store.card(id));
  expect(cards).toMatchObject([
    { owner: account, usdAmountCents: 4_242 },
    { owner: account, usdAmountCents: 4_242 },
    { owner: account, usdAmountCents: 25_000, chargedCents: 25_950 },
  ]);
  const receipt = await sandbox.chain.publicClient.getTransactionReceipt({ hash: answer.unmatched });
  const block = await sandbox.chain.publicClient.getBlock({ blockNumber: receipt.blockNumber });
  for (const card of cards)
    expect(Math.abs(card.orderedAt - Number(block.timestamp) * 1_000)).toBeLessThan(60_000);
});

test('a payment without a delivery moves the money; one above the agent’s balance is refused', async () => {
  const account = sandbox.accounts.second;
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  expect((await post('pay-laso', { account, amount_cents: 1_234 })).status).toBe(200);
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(12_340_000n);
  expect((await post('pay-laso', { account, amount_cents: 99_999_999 })).status).toBe(500);
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(12_340_000n);
});
