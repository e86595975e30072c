import type { Fault } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage, type PaymentWord } from './pages/payments-page.ts';

// The rest of the fault matrix on Base: at most one signature, at most one charge. payments.spec.ts and
// order-wallet.spec.ts have the other part.

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

interface Case {
  what: string;
  fault: Pick<Fault, 'kind'> & Partial<Fault>;
  /** What the chain shows afterwards. */
  charged: bigint;
  /** What Payments ends at without anybody's doing. */
  ends: PaymentWord;
}

const CASES: Case[] = [
  {
    what: 'the request is lost on the way',
    fault: { kind: 'drop-before' },
    charged: 0n,
    ends: 'Outcome unknown',
  },
  {
    what: 'a second challenge comes although the money moved',
    fault: { kind: 'second-challenge', settled: true },
    charged: 50_000_000n,
    ends: 'Paid, not delivered',
  },
  {
    what: 'a second challenge comes and nothing moved',
    fault: { kind: 'second-challenge' },
    charged: 0n,
    ends: 'Outcome unknown',
  },
  {
    what: 'the account is frozen after the payment',
    fault: { kind: 'frozen-after-settlement' },
    charged: 50_000_000n,
    ends: 'Paid, not delivered',
  },
];

for (const { what, fault, charged, ends } of CASES) {
  test(`${what}: one signature, and Payments ends at “${ends}”`, async ({ page, sandbox, wallet }) => {
    const review = await OrderPage.readyToPay(page);
    sandbox.faults.add({ route: 'get-card', when: 'payment', times: 1, ...fault });
    await review.payButton.click();
    await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(charged);

    const payments = await PaymentsPage.open(page);
    await expect(payments.withOutcome(ends)).toHaveCount(1);
    await expect(payments.rows.getByRole('button', { name: 'Copy text for support' })).toBeVisible();
    expect(wallet.signatureRequests()).toBe(1);
  });
}

test('a settlement that is still pending is unknown, and becomes “Paid, not delivered” once the chain has it', async ({
  page,
  sandbox,
  wallet,
}) => {
  const review = await OrderPage.readyToPay(page);
  sandbox.faults.add({ route: 'get-card', kind: 'settlement-pending', times: 1, ms: 3_600_000 });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);

  await sandbox.held.mine('all');
  await payments.checkAgain();
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('a silence longer than the time-out is unknown, and the page never sends again by itself', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  const review = await OrderPage.readyToPay(page);
  sandbox.faults.add({
    route: 'get-card',
    kind: 'slow',
    when: 'payment',
    times: 1,
    ms: 3_600_000,
    before: true,
  });
  // AbortSignal.timeout does not follow a faked clock: the shortest real one stands in for the ninety
  // seconds.
  await page.evaluate(() => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms > 60_000 ? 1_500 : ms);
  });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  await sandbox.waiting.release();
  const paid = network.to('/get-card', 'GET').filter(({ headers }) => 'payment-signature' in headers);
  expect(paid).toHaveLength(1);
  expect(wallet.signatureRequests()).toBe(1);
});

test('a token that dies mid-order costs nothing: it is renewed, nothing is paid twice, and the card shows', async ({
  page,
  sandbox,
  wallet,
  signInAsPayer,
}) => {
  await signInAsPayer();
  const review = await OrderPage.readyToPay(page);
  sandbox.log.clear();
  // Pay first asks which cards the payer has: with the token that has just expired.
  sandbox.faults.add({ route: 'get-card-data', kind: 'expired-token', times: 1 });
  await review.payButton.click();
  await page.getByRole('link', { name: 'Open the card' }).click({ timeout: 20_000 });
  await expect(page.getByRole('main').getByText('Pending', { exact: true })).toBeVisible();
  const steps = sandbox.log
    .list()
    .filter(({ method }) => method !== 'OPTIONS')
    .map(({ route, status, paying }) => (paying ? 'paid' : `${route} ${status}`));
  expect(steps.slice(0, steps.indexOf('paid'))).toEqual(
    expect.arrayContaining(['get-card-data 401', 'auth 200', 'get-card-data 200']),
  );
  expect(steps.filter((step) => step === 'paid')).toHaveLength(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('a lost answer of a signed-in wallet is recovered by itself: the card appears, with one signature', async ({
  page,
  sandbox,
  wallet,
  signInAsPayer,
}) => {
  await signInAsPayer();
  const review = await OrderPage.readyToPay(page);
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement', times: 3 });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  const payments = await PaymentsPage.open(page);
  await expect(payments.rows).toHaveText([/Paid/]);
  await page.getByRole('link', { name: 'Open the card' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /U\.S\. card/ })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
});
