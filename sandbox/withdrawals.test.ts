import { getAddress } from 'viem';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { solanaTestSigner } from './chain/solana-accounts.ts';
import { bearer, get, post } from './testing/calls.ts';

const MINUTE = 60_000;

let sandbox: Sandbox;
let owner: string;
let auth: Record<string, string>;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022' });
});
beforeEach(async () => {
  await sandbox.reset();
  owner = sandbox.accounts.second;
  auth = bearer(sandbox, owner);
});
afterAll(() => sandbox.close());

const withdraw = (amount: unknown, as = auth) => post(sandbox, '/withdraw', { amount }, as);
const statusOf = async (as = auth): Promise<unknown> =>
  (await get(sandbox, '/get-withdrawal-status', as)).body['withdrawals'];
const balanceOf = async (): Promise<unknown> =>
  (await get(sandbox, '/get-account-balance', auth)).body['balance'];

test('a withdrawal is pending until its time has come, then USDC is on the account’s own address, in the transaction it names', async () => {
  const before = await sandbox.chain.usdcBalanceOf(getAddress(owner));
  const made = await withdraw(7.29);
  expect(made.body).toMatchObject({ success: true, withdrawal: { amount: 7.29, state: 'pending' } });
  expect(await balanceOf()).toBe(4.71);
  expect(await statusOf()).toMatchObject([
    { amount: 7.29, state: 'pending', network: 'BASE_MAINNET', asset: 'USDC', address: getAddress(owner) },
  ]);
  expect(await sandbox.chain.usdcBalanceOf(getAddress(owner))).toBe(before);

  sandbox.clock.advance(2 * MINUTE);
  const [both] = await Promise.all([statusOf(), statusOf()]);
  expect(both).toMatchObject([{ state: 'completed', tx_hash: expect.stringMatching(/^0x[0-9a-f]{64}$/) }]);
  expect(await sandbox.chain.usdcBalanceOf(getAddress(owner))).toBe(before + 7_290_000n);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
  const id = sandbox.store.withdrawals.of(owner)[0];
  const receipt = await fetch(`${sandbox.url}/explorer/tx/${id?.transaction}`);
  expect(await receipt.text()).toContain(`USDC     7.29 from ${PAY_TO.toLowerCase()} to ${owner}`);
});

test('on Solana the money comes to the address in its real case, twice the same amount twice', async () => {
  const { address } = await solanaTestSigner(0);
  const solanaAuth = bearer(sandbox, address.toLowerCase());
  sandbox.store.credit(address.toLowerCase(), 2_000);
  const before = (await sandbox.solana?.usdcBalanceOf(address)) ?? 0n;
  await withdraw(5, solanaAuth);
  await withdraw(5, solanaAuth);
  sandbox.clock.advance(2 * MINUTE);
  const [newest, oldest] = Object(await statusOf(solanaAuth)) as Record<string, unknown>[];
  for (const one of [newest, oldest])
    expect(one).toMatchObject({ state: 'completed', network: 'SOLANA_MAINNET', address });
  expect(newest?.['tx_hash']).not.toBe(oldest?.['tx_hash']);
  expect(await sandbox.solana?.usdcBalanceOf(address)).toBe(before + 10_000_000n);
});

test('a withdrawal that fails moves nothing and comes back to the balance', async () => {
  await post(sandbox, '/__sandbox/withdrawal-plan', { outcome: 'failed', takesMs: 1_000 });
  const before = await sandbox.chain.usdcBalanceOf(getAddress(owner));
  await withdraw(12);
  expect(await balanceOf()).toBe(0);
  await post(sandbox, '/__sandbox/clock', { advanceMs: 1_000 });
  expect(await statusOf()).toEqual([expect.objectContaining({ state: 'failed' })]);
  expect(await balanceOf()).toBe(12);
  expect(await sandbox.chain.usdcBalanceOf(getAddress(owner))).toBe(before);
});

test('another destination can be reported, or none', async () => {
  const other = '0x0000000000000000000000000000000000000Bad';
  await post(sandbox, '/__sandbox/withdrawal-plan', { destination: other });
  await withdraw(1);
  await post(sandbox, '/__sandbox/withdrawal-plan', { destination: null });
  await withdraw(1);
  const [newest, oldest] = Object(await statusOf()) as Record<string, unknown>[];
  expect(newest).not.toHaveProperty('address');
  expect(oldest).toMatchObject({ address: other });
});

test('an amount that cannot be withdrawn is refused in Laso’s words, and the balance stays', async () => {
  const refused: [amount: unknown, error: string][] = [
    [undefined, 'No amount in the body.'],
    [0, 'Minimum withdrawal amount is $0.01'],
    [-5, 'Minimum withdrawal amount is $0.01'],
    ['5', 'Minimum withdrawal amount is $0.01'],
    [0.019, 'Amount can have at most two decimals'],
    [12.01, 'The balance does not cover this. It holds $12.00'],
  ];
  for (const [amount, error] of refused) {
    const answer = await withdraw(amount);
    expect([answer.status, answer.body['error']]).toEqual([400, error]);
  }
  expect((await withdraw(1, {})).status).toBe(401);
  expect((await withdraw(1, bearer(sandbox, sandbox.accounts.firstDay))).status).toBe(404);
  expect((await get(sandbox, '/get-withdrawal-status?withdrawal_id=x', auth)).status).toBe(404);
  expect(await balanceOf()).toBe(12);
  expect(await statusOf()).toEqual([]);
});

test('the same request carried out twice makes two withdrawals: there is no idempotency', async () => {
  sandbox.faults.add({ route: 'withdraw', kind: 'duplicate' });
  await withdraw(2);
  expect(await statusOf()).toHaveLength(2);
});

test('the busy agent’s deposits, withdrawals and balance add up', async () => {
  const busy = bearer(sandbox, sandbox.accounts.busy);
  const { body } = await get(sandbox, '/get-account-balance', busy);
  const withdrawn = (Object(await statusOf(busy)) as { amount: number; state: string }[]).filter(
    ({ state }) => state === 'completed',
  );
  const sum = withdrawn.reduce((cents, { amount }) => cents + Math.round(amount * 100), 0);
  expect(Math.round(Number(body['total_deposits']) * 100) - sum).toBe(
    Math.round(Number(body['balance']) * 100),
  );
});
