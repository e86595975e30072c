import { readFile } from 'node:fs/promises';
import type { Fault } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import type { NetworkLog } from './network-log.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage, type PaymentWord } from './pages/payments-page.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

const paidRequests = (network: NetworkLog) =>
  network.to('/get-card', 'GET').filter(({ headers }) => 'payment-signature' in headers);

test('many clicks and Enter on Pay make one signature and one paid request', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  const review = await OrderPage.readyToPay(page);
  await review.payButton.focus();
  // Faster than any hand: two clicks within one task, then a double click, then keys.
  await review.payButton.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
  expect(paidRequests(network)).toHaveLength(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
});

test('while one tab waits for the wallet, another tab of the same wallet is refused with a sentence', async ({
  page,
  context,
  wallet,
  network,
}) => {
  const first = await OrderPage.readyToPay(page);
  const answer = await wallet.holdNext();
  await first.payButton.click();
  await expect.poll(() => wallet.signatureRequests()).toBe(1);

  const second = await OrderPage.readyToPay(await context.newPage(), { dollars: '60' });
  await second.payButton.click();
  await expect(second.review.getByRole('alert')).toContainText(
    /already paying for an order.*This order was not paid/s,
  );
  expect(wallet.signatureRequests()).toBe(1);
  await answer();
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible();
  expect(paidRequests(network)).toHaveLength(1);
  const payments = await PaymentsPage.open(second.page);
  await expect(payments.rows).toHaveText([/Paid/]);
});

test('an unknown outcome stays so over a reload, and repeating the order needs its own button', async ({
  page,
  sandbox,
  wallet,
}) => {
  // Nothing moved, but the signature still could be used: the chain has no verdict before it ends.
  sandbox.faults.add({ route: 'get-card', kind: 'error-before-settlement', times: 1 });
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  const outcome = page.getByRole('region', { name: 'Outcome unknown' });
  await expect(outcome).toContainText(/not known yet whether 50\.00 USDC was paid/);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);

  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);
  await page.reload();
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);

  const again = await OrderPage.readyToPay(page);
  await again.payButton.click();
  const repeat = again.review.getByRole('button', {
    name: 'Order again although the earlier one may be paid',
  });
  await expect(repeat).toBeVisible();
  await expect(again.payButton).toHaveCount(0);
  expect(wallet.signatureRequests()).toBe(1);
  await repeat.click();
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(2);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  await PaymentsPage.open(page);
  await expect(payments.rows).toHaveText([/Paid/, /Outcome unknown/]);
});

test('an answer lost after the money moved is found on the chain, and after signing in the card appears, with one signature', async ({
  page,
  sandbox,
  wallet,
}) => {
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement', times: 3 });
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);

  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  await expect(payments.rows).toContainText([/Paid on chain/]);

  const payer = (await wallet.firstAddress()).toLowerCase();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Login link' }).fill(await sandbox.createLoginLink(payer));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Payments' }).click();
  await expect(payments.rows).toHaveText([/Paid/]);
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
});

test('the receipt of a first payment follows the journal: what was unknown is found while one looks at it', async ({
  page,
  sandbox,
}) => {
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement', times: 3 });
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible();
  const found = page.getByRole('region', { name: 'Paid, not delivered' });
  await expect(found).toContainText('Paid on chain', { timeout: 20_000 });
  await expect(page.getByRole('main')).not.toContainText('not known yet');
});

const UNCLEAR: [
  what: string,
  fault: Pick<Fault, 'kind'> & Partial<Fault>,
  word: PaymentWord,
  sentence: RegExp,
][] = [
  [
    'a server error after the settlement',
    { kind: 'error-after-settlement' },
    'Outcome unknown',
    /Internal server error.*does not prove that nothing was paid/s,
  ],
  [
    'a settlement that failed (402)',
    { kind: 'settlement-failure' },
    'Outcome unknown',
    /not settled \(402\).*does not prove that nothing was paid/s,
  ],
  [
    'an answer that breaks off after the payment',
    { kind: 'malformed-json', when: 'payment' },
    // Half an answer is not Laso's own form: it is the chain that tells.
    'Paid, not delivered',
    /Paid on chain/,
  ],
];

for (const [what, fault, word, sentence] of UNCLEAR)
  test(`${what} is called "${word}", never unpaid`, async ({ page, sandbox, wallet }) => {
    const review = await OrderPage.readyToPay(page);
    sandbox.faults.add({ route: 'get-card', ...fault });
    await review.payButton.click();
    await expect(page.getByRole('region', { name: word })).toContainText(sentence);
    await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
    const payments = await PaymentsPage.open(page);
    // The chain may have proven more by now; the row's history keeps what the answer said.
    await expect(payments.rows).toHaveCount(1);
    await expect(payments.rows).toContainText(word);
    expect(wallet.signatureRequests()).toBe(1);
  });

const BLOCKED: [how: string, init: () => void, sentence: RegExp][] = [
  [
    'refuses at once',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    },
    /cannot keep a record.*Nothing was paid/s,
  ],
  [
    'fails to open its database',
    () => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name: string, version?: number) {
        const opening = open.call(this, name, version);
        opening.addEventListener('upgradeneeded', (event) => {
          event.stopImmediatePropagation();
          opening.transaction?.abort();
        });
        return opening;
      };
    },
    /cannot keep a record.*Nothing was paid/s,
  ],
];

for (const [how, init, sentence] of BLOCKED)
  test(`a browser that ${how} keeps no records, so no payment is made`, async ({ page, wallet, network }) => {
    await page.addInitScript(init);
    const review = await OrderPage.readyToPay(page);
    await review.payButton.click();
    await expect(review.review.getByRole('alert')).toContainText(sentence);
    expect(wallet.signatureRequests()).toBe(0);
    expect(paidRequests(network)).toEqual([]);
    await PaymentsPage.open(page);
    await expect(page.getByRole('alert')).toContainText('records of payments could not be read');
  });

test('records the browser may delete can be exported, without any signed payload', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = () => Promise.resolve(false);
    StorageManager.prototype.persist = () => Promise.resolve(false);
  });
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible();
  const payments = await PaymentsPage.open(page);
  await expect(payments.main).toContainText('This browser may delete these records');
  const downloading = page.waitForEvent('download');
  await payments.main.getByRole('button', { name: 'Export the records' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^laso-payments-\d{4}-\d\d-\d\d\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ payments: [{ state: 'delivered', amountAtomic: '50000000' }] });
  expect(text).not.toMatch(/signed"\s*:|headerValue|signature/i);
});
