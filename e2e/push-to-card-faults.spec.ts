import type { Fault } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { PushPage } from './pages/push-page.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const ROUTE = 'get-push-to-card';

const LOST: [what: string, fault: Pick<Fault, 'kind'> & Partial<Fault>][] = [
  ['the answer is lost', { kind: 'drop-after-settlement', times: 3 }],
  ['the server fails after settling', { kind: 'error-after-settlement', orderMade: true }],
];

for (const [what, fault] of LOST) {
  test(`${what}: one signature, one charge, and “Paid, not delivered” with a text for support`, async ({
    page,
    context,
    sandbox,
    wallet,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const push = await PushPage.open(page);
    const review = await push.readyToPay('100');
    sandbox.faults.add({ route: ROUTE, when: 'payment', ...fault });
    await review.pay();
    await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
    const payments = await PaymentsPage.open(page);
    await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
    await expect(payments.rows).toContainText('Laso keeps no list of these purchases');
    await payments.rows.getByRole('button', { name: 'Copy text for support' }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(
        /Payment of 100\.00 USDC for a Push to card: Paid, not delivered[^]*User id: 0x[^]*Transaction: 0x/,
      );
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(100_000_000n);
    expect(wallet.signatureRequests()).toBe(1);
  });
}

test('killed after sending: found on the chain, signed once, and said with what to do', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  const push = await PushPage.open(page);
  const review = await push.readyToPay('100');
  sandbox.faults.add({ route: ROUTE, kind: 'slow', when: 'payment', ms: 3_600_000 });
  await review.pay();
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  await page.close();
  await sandbox.waiting.release();
  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  await expect(payments.rows.getByRole('button', { name: 'Copy text for support' })).toBeVisible();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(100_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('an answer without a link is “Paid, not delivered”', async ({ page, sandbox }) => {
  sandbox.switches.redemptionUrl = '';
  const push = await PushPage.open(page);
  await push.pay('100');
  await expect(page.getByRole('region', { name: 'Paid, not delivered' })).toBeVisible({ timeout: 20_000 });
  await expect(push.main).toContainText(
    'You paid 100.00 USDC. It is not known whether the transfer was made.',
  );
});

test('a payment that was lost on the way is sent again from Payments, and its link is kept', async ({
  page,
  sandbox,
  wallet,
}) => {
  sandbox.switches.paymentIdentifier = true;
  const push = await PushPage.open(page);
  const review = await push.readyToPay('100');
  sandbox.faults.add({ route: ROUTE, when: 'payment', kind: 'drop-before', times: 3 });
  await review.pay();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  sandbox.faults.clear();
  const payments = await PaymentsPage.open(page);
  await payments.rows.getByRole('button', { name: 'Send the same payment again' }).click();
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  await PushPage.open(page);
  await expect(push.transfers).toHaveText([/\$95\.41.*Not completed yet/s]);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(100_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

const REFUSALS: [what: string, fault: Pick<Fault, 'kind'> & Partial<Fault>, sentence: RegExp][] = [
  ['403', { kind: 'frozen' }, /Laso has frozen this account, so it cannot order\. Nothing was paid\./],
  ['429', { kind: 'rate-limited', ms: 7_000 }, /Laso asks you to wait\. Nothing was paid\.[^]*7 seconds/],
  ['404', { kind: 'not-found' }, /Laso does not know what was ordered \(404\)\. Nothing was paid\./],
  ['401', { kind: 'expired-token' }, /Laso refused this order \(401\)\. Nothing was paid\./],
  [
    '500',
    { kind: 'error-before-settlement', when: 'quote' },
    /Laso has a problem right now \(500\)\. Nothing was paid\./,
  ],
];

test('every refusal of a quote is its own sentence, and nothing is asked of the wallet', async ({
  page,
  sandbox,
  wallet,
}) => {
  const push = await PushPage.open(page);
  for (const [what, fault, sentence] of REFUSALS.toReversed()) {
    await test.step(what, async () => {
      sandbox.faults.add({ route: ROUTE, times: 1, ...fault });
      await push.askForReview('100');
      await expect(page.getByRole('alert')).toContainText(sentence);
    });
  }
  // Frozen: no further action is offered (product.md §4, laso-api.md).
  await expect(push.main.getByRole('button', { name: 'Review order' })).toHaveCount(0);
  expect(wallet.calls).toEqual([]);
});

test('what Laso itself refuses is shown in its own words', async ({ page, sandbox }) => {
  const push = await PushPage.open(page);
  // The limits of the page are Laso's documented ones; its own may have changed since.
  await page.route('**/get-push-to-card?amount=100', (route) =>
    route.continue({ url: `${sandbox.url}/get-push-to-card?amount=5` }),
  );
  await push.askForReview('100');
  await expect(page.getByRole('alert')).toContainText(
    /Laso does not accept this order\. Nothing was paid\.[^]*A transfer is 10 or more, not 5/,
  );
});
