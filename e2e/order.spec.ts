import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { storedPayments } from './stored-payments.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

test('an order of $50 takes one signature and exactly 50 USDC, and its transaction is on the chain', async ({
  page,
  sandbox,
  wallet,
  network,
  signIn,
}) => {
  await signIn('busy');
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const order = await OrderPage.open(page);
  await expect(order.main).toContainText('only to a connection from the United States, about 6 a day');
  await expect(order.main).not.toContainText('in the last 24 hours');
  // F15: thousands are never guessed at, a comma is a decimal sign, and the review repeats it with a point.
  await order.enterAmount('1,000');
  await order.askForReview();
  await expect(page.getByRole('alert')).toContainText('without separators for thousands');
  await expect(order.amount).toBeFocused();
  const review = await order.review('50,00');
  await expect(review.review).toContainText(/You get.*\$50\.00/s);
  await expect(review.review).toContainText(PAY_TO);
  await review.connectWallet();
  const receipt = await review.pay();

  await expect(receipt.main.getByRole('heading', { level: 1 })).toHaveText('Your card is on its way');
  const hash = await receipt.transaction();
  expect(hash).toMatch(/^0x[0-9a-f]{64}$/);
  const mined = await sandbox.chain.publicClient.getTransactionReceipt({ hash: `0x${hash.slice(2)}` });
  expect(mined.status).toBe('success');
  await expect(receipt.transactionLink).toHaveAttribute(
    'href',
    `${sandbox.config.networks[0]?.explorerUrl}/tx/${hash}`,
  );
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(1);

  const asked = network.to('/get-card', 'GET');
  const paid = asked.filter(({ headers }) => 'payment-signature' in headers);
  expect(paid).toHaveLength(1);
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(asked.map(() => '?amount=50'));
  // Any further header would be one the real server has to allow first (lessons.md 1b).
  const preflights = sandbox.log
    .list()
    .filter(({ method, route }) => method === 'OPTIONS' && route === 'get-card');
  expect(preflights.map(({ askedHeaders }) => askedHeaders)).toEqual(['payment-signature']);
});

test('a version 1 challenge is paid by the X-PAYMENT header, which is all its preflight asks for', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  sandbox.switches.x402Version = 1;
  // Days, where what is signed lives ten minutes.
  sandbox.switches.maxTimeoutSeconds = 345_600;
  const review = await (await OrderPage.open(page)).review('50');
  await expect(review.review).toContainText('good for 10 minutes at most');
  await review.connectWallet();
  const receipt = await review.pay();
  expect(await receipt.transaction()).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(1);

  const asked = network.to('/get-card', 'GET');
  expect(asked.filter(({ headers }) => 'x-payment' in headers)).toHaveLength(1);
  expect(asked.filter(({ headers }) => 'payment-signature' in headers)).toEqual([]);
  const preflights = sandbox.log
    .list()
    .filter(({ method, route }) => method === 'OPTIONS' && route === 'get-card');
  expect(preflights.map(({ askedHeaders }) => askedHeaders)).toEqual(['x-payment']);
});

test('the ordered card turns from Pending to Ready within one poll, and polling stops then', async ({
  page,
  sandbox,
  network,
}) => {
  await page.clock.install();
  const review = await (await OrderPage.open(page)).review('25');
  await review.connectWallet();
  const card = await (await review.pay()).openCard();
  const ordered = sandbox.store.card(card.id());
  if (ordered?.type !== 'us') throw new Error('The sandbox does not know the ordered card.');
  ordered.readyAt = sandbox.clock.now() + 60_000;
  await expect(card.status('Pending').first()).toBeVisible();

  const polls = () => network.to('/get-card-data').filter(({ url }) => url.includes(card.id()));
  await expect.poll(() => polls().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
  const gaps = polls().flatMap((poll, at, all) => (at === 0 ? [] : [poll.atMs - (all[at - 1]?.atMs ?? 0)]));
  for (const gap of gaps) {
    expect(gap, `gaps between polls: ${gaps.join(', ')} ms`).toBeGreaterThanOrEqual(1_900);
    expect(gap, `gaps between polls: ${gaps.join(', ')} ms`).toBeLessThanOrEqual(3_400);
  }

  ordered.readyAt = sandbox.clock.now();
  const changedAt = Date.now();
  await expect(card.status('Ready').first()).toBeVisible();
  expect(Date.now() - changedAt).toBeLessThan(4_000);
  await expect(card.availableBalance).toBeVisible();
  const before = polls().length;
  await page.clock.runFor(20_000);
  await card.revealNumber();
  await expect(card.button('Hide').first()).toBeVisible();
  // The reveal is one read of its own.
  expect(polls().length).toBeLessThanOrEqual(before + 1);
});

test('the order is on the disk, with its signed payment, before it is sent, and without it once delivered', async ({
  page,
}) => {
  const review = await (await OrderPage.open(page)).review('50');
  await review.connectWallet();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const arrived = new Promise<void>((resolve) => {
    void page.route('**/get-card?*', async (route) => {
      if (route.request().headers()['payment-signature'] !== undefined) {
        resolve();
        await held;
      }
      await route.continue();
    });
  });
  const receipt = await review.pay();
  await arrived;
  const [sent] = await storedPayments(page);
  expect(sent).toMatchObject({ state: 'sent', amountAtomic: '50000000' });
  expect(sent?.signed?.headerValue).toMatch(/^[A-Za-z0-9+/=]{200,}$/);
  expect(sent?.history.map(({ state }) => state)).toEqual(['quoted', 'signing', 'signed', 'sent']);
  await expect(page.getByRole('main')).toContainText('Do not close this page yet');

  release();
  await receipt.transaction();
  const rows = await storedPayments(page);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ state: 'delivered', signed: null });
  const payments = await PaymentsPage.open(page);
  await expect(payments.rows).toHaveCount(1);
  const row = payments.withOutcome('Paid');
  await expect(row).toContainText('50.00');
  await expect(row.getByRole('list', { name: 'What happened' }).getByRole('listitem')).toHaveText([
    /Price agreed/,
    /Asked the wallet to sign/,
    /Signed, and kept on this device/,
    /Sent to Laso/,
    /Paid and delivered/,
  ]);
});

test('without an account on screen an order works: the server offers four days, ten minutes are signed, and the payer is signed in', async ({
  page,
  sandbox,
  wallet,
}) => {
  sandbox.switches.maxTimeoutSeconds = 345_600;
  const review = await (await OrderPage.open(page)).review('$49.95');
  await review.connectWallet();
  const receipt = await review.pay();
  const card = await receipt.openCard();
  const asked = wallet.calls.find(({ method }) => method === 'eth_signTypedData_v4')?.params;
  const typedData: unknown = Array.isArray(asked) ? asked[1] : null;
  const endSec = Number(JSON.parse(String(typedData)).message.validBefore);
  expect(endSec - Date.now() / 1_000).toBeGreaterThan(500);
  expect(endSec - Date.now() / 1_000).toBeLessThanOrEqual(600);
  await expect(card.status('Pending').first()).toBeVisible();
  const menu = await AccountMenu.open(page);
  const payer = (await wallet.firstAddress()).toLowerCase();
  await expect(menu.button).toContainText(payer.slice(0, 6), { ignoreCase: true });
});
