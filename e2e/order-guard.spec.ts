import type { FaultKind } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';
import { storedPayments } from './stored-payments.ts';

const STRANGER = '0x00000000000000000000000000000000000BAd00';

/** What is changed in Laso's challenge, how, and what the page has to say about it. */
const CHANGED: [what: string, patch: Record<string, unknown>, sentence: RegExp][] = [
  ['recipient', { payTo: STRANGER }, /recipient is not Laso.*BAd00/s],
  ['asset', { asset: STRANGER }, /token is not USDC.*BAd00/s],
  ['network', { network: 'eip155:84532' }, /does not take this payment on Base/],
  ['amount (more)', { amount: '50000001' }, /price differs.*50\.00 USDC.*50\.000001 USDC/s],
  ['amount (less)', { amount: '49000000' }, /price differs/],
  ['scheme', { scheme: 'upto' }, /scheme differs.*upto/s],
  ['transfer method', { 'extra.assetTransferMethod': 'permit2' }, /transfer method differs.*permit2/s],
  ['token domain name', { 'extra.name': 'USDC' }, /signing domain differs.*USDC, version 2/s],
  ['token domain version', { 'extra.version': '1' }, /signing domain differs.*version 1/s],
  ['time limit', { maxTimeoutSeconds: 29 }, /too little time to pay.*at least 30 seconds.*29 seconds/s],
  [
    'resource path',
    { 'resource.url': '{api}/order-intl-card?amount=50' },
    /for another order.*order-intl-card/s,
  ],
  ['resource query', { 'resource.url': '{api}/get-card?amount=500' }, /for another order.*amount=500/s],
  [
    'resource origin',
    { 'resource.url': 'https://evil.example/get-card?amount=50' },
    /another server.*evil\.example/s,
  ],
  ['protocol version', { x402Version: 3 }, /in a form this dashboard does not understand.*Nothing was paid/s],
];

test('a challenge that differs from the order in any term is shown with the reason, and cannot be signed', async ({
  page,
  sandbox,
  wallet,
}) => {
  const order = await OrderPage.open(page);
  for (const [what, patch, sentence] of CHANGED) {
    await test.step(what, async () => {
      sandbox.faults.add({ route: 'get-card', kind: 'changed-challenge', patch: inApi(patch, sandbox.url) });
      await order.enterAmount('50');
      await order.askForReview();
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(page.getByRole('button', { name: /^Pay|^Connect wallet/ })).toHaveCount(0);
      const back = page.getByRole('button', { name: 'Change the order' });
      // What cannot be read leaves the form as it is; what differs is shown instead of it.
      await expect(back.or(order.reviewButton)).toBeVisible();
      if (await back.isVisible()) await back.click();
    });
  }
  expect(wallet.calls).toEqual([]);
});

test('terms that change between review and Pay lead back to the review, and nothing is signed', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  const order = await OrderPage.open(page);
  const review = await order.review('50');
  await review.connectWallet();
  for (const [what, patch, sentence] of CHANGED.slice(0, -1)) {
    await test.step(what, async () => {
      await expect(review.payButton).toBeEnabled();
      sandbox.faults.add({ route: 'get-card', kind: 'changed-challenge', patch: inApi(patch, sandbox.url) });
      await review.pay();
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(review.payButton).toHaveCount(0);
      await page.getByRole('button', { name: 'Change the order' }).click();
      await order.review('50');
    });
  }
  expect(wallet.signatureRequests()).toBe(0);
  expect(network.to('/get-card', 'GET').filter(({ headers }) => 'payment-signature' in headers)).toEqual([]);
  expect(await storedPayments(page)).toEqual([]);
});

test('acceptable terms that differ from the reviewed ones are shown again before paying', async ({
  page,
  sandbox,
  wallet,
}) => {
  const review = await OrderPage.readyToPay(page);
  sandbox.faults.add({ route: 'get-card', kind: 'changed-challenge', patch: { maxTimeoutSeconds: 500 } });
  await review.payButton.click();
  await expect(review.review).toContainText('Laso changed its terms after your review');
  expect(wallet.signatureRequests()).toBe(0);
  // The offer as it is now is again another one than the one shown.
  await review.payButton.click();
  await expect(review.review).toContainText('Laso changed its terms after your review');
  const receipt = await review.pay();
  expect(await receipt.transaction()).toMatch(/^0x/);
  expect(wallet.signatureRequests()).toBe(1);
});

test('terms the page may not read are called a CORS problem', async ({ page, sandbox, wallet }) => {
  const order = await OrderPage.open(page);
  sandbox.faults.add({ route: 'get-card', kind: 'hidden-cors' });
  await order.enterAmount('50');
  await order.askForReview();
  await expect(page.getByRole('alert')).toContainText(/CORS.*Nothing was paid/s);
  expect(wallet.calls).toEqual([]);
});

const REFUSALS: [
  what: string,
  kind: FaultKind,
  details: { message?: string; ms?: number },
  sentence: RegExp,
][] = [
  [
    'too many requests (429)',
    'rate-limited',
    { message: 'Slow down.', ms: 42_000 },
    /Too many requests.*Slow down\..*42 seconds/s,
  ],
  [
    'a broken server (500)',
    'error-before-settlement',
    { message: 'Oops' },
    /Laso has a problem right now \(500\).*Nothing was paid.*Oops/s,
  ],
  ['a missing route (404)', 'not-found', { message: 'Gone away' }, /was ordered \(404\).*Gone away/s],
  ['a connection that breaks', 'drop-before', {}, /could not be reached.*Nothing was paid/s],
];

test('what the server refuses is said in a sentence, with its own words, and the order can be tried again', async ({
  page,
  sandbox,
}) => {
  const order = await OrderPage.open(page);
  await order.enterAmount('50');
  for (const [what, kind, details, sentence] of REFUSALS) {
    await test.step(what, async () => {
      sandbox.faults.add({
        route: 'get-card',
        kind,
        when: 'quote',
        times: kind === 'drop-before' ? 3 : 1,
        ...details,
      });
      await order.askForReview();
      await expect(page.getByRole('alert')).toContainText(sentence);
      sandbox.faults.clear();
    });
  }
  await page.route('**/get-card?*', (route) =>
    route.fulfill({
      status: 400,
      json: { error: 'amount must be a multiple of 7' },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
  await order.askForReview();
  await expect(page.getByRole('alert')).toContainText(/does not accept this order.*multiple of 7/s);
  await page.unrouteAll();
  await order.review('50');
});

test('a frozen account signs nothing: the page says so when Pay is pressed, and earlier where it is known', async ({
  page,
  sandbox,
  wallet,
  network,
  signInAsPayer,
}) => {
  const payer = await signInAsPayer();
  const order = await OrderPage.open(page);
  const review = await order.review('50');
  await review.getReady();
  sandbox.store.account(payer).frozenMessage = 'Compliance <b>review</b> until Friday.';
  await review.payButton.click();
  await expect(review.review.getByRole('alert')).toContainText(
    'Laso says: “Compliance <b>review</b> until Friday.”',
  );
  await expect(review.payButton).toBeDisabled();
  expect(wallet.signatureRequests()).toBe(0);
  expect(network.to('/get-card').filter(({ headers }) => 'payment-signature' in headers)).toEqual([]);

  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('alert')).toContainText('Laso has frozen this account.');
  await main.getByRole('link', { name: 'Order card' }).click();
  await expect(page.getByRole('alert')).toContainText('Compliance <b>review</b> until Friday.');
  await expect(order.reviewButton).toHaveCount(0);
});

test('a frozen account sees Laso’s own words as text, and no other way to pay', async ({ page, sandbox }) => {
  const order = await OrderPage.open(page);
  const message = 'Frozen pending <b>review</b>.';
  sandbox.faults.add({ route: 'get-card', kind: 'frozen', when: 'quote', message });
  await order.enterAmount('50');
  await order.askForReview();
  await expect(page.getByRole('alert')).toContainText(`Laso says: “${message}”`);
  await expect(order.reviewButton).toHaveCount(0);
});

test('an amount outside of the limits is refused in the form, before any request', async ({
  page,
  network,
}) => {
  const order = await OrderPage.open(page);
  const wrong: [string, RegExp][] = [
    ['4.99', /at least \$5\.00/],
    ['1000.01', /at most \$1,000\.00/],
    ['abc', /(Enter|Write) (an|the) amount/],
    ['', /(Enter|Write) (an|the) amount/],
    ['10.005', /(Enter|Write) (an|the) amount/],
    ['-50', /at least|(Enter|Write) (an|the) amount/],
    ['1e2', /(Enter|Write) (an|the) amount/],
  ];
  for (const [text, sentence] of wrong) {
    await order.enterAmount(text);
    await order.askForReview();
    await expect(order.main).toContainText(sentence);
    await expect(order.amount).toHaveAttribute('aria-invalid', 'true');
  }
  expect(network.to('/get-card')).toEqual([]);
  for (const [text, pays] of [
    ['5', '5.00'],
    ['1000', '1,000.00'],
    ['49.95', '49.95'],
  ] as const) {
    const review = await order.review(text);
    await expect(review.review).toContainText(`${pays} USDC`);
    await page.getByRole('button', { name: 'Change the order' }).click();
    await expect(order.amount).toHaveValue(text);
  }
});

const inApi = (patch: Record<string, unknown>, api: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.replace('{api}', api) : value,
    ]),
  );
