import type { Fault } from '#sandbox/control/faults.ts';
import type { RefusalName } from '#sandbox/control/named-refusals.ts';
import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { usCardOf } from './us-card-of.ts';

/**
 * What the newer documents and others' reports say that Laso refuses with (laso-api.md §2): each its own
 * sentence, before a payment and after it.
 */
const ELSEWHERE = 'another account';

/** Before the payment, in the order form. */
const BEFORE: Record<RefusalName, RegExp> = {
  region:
    /does not sell this where you are.*“This card cannot be issued.*advises: “Order from the United States/s,
  'region-403': /does not sell this where you are.*“Cards are not available in your country/s,
  'daily-limit': /limit for one day is reached.*“This wallet.*advises: “Order again tomorrow.*71 minutes/s,
  'out-of-stock': /none of these left.*advises: “More come on Monday/s,
  verification: /verify the identity.*advises: “Finish the identity check/s,
  'not-met': /condition that Laso sets for this order \(412\)/,
  gone: /not offered any more \(410\).*this is final/s,
  reused: /does not accept this order.*“Used before.*advises: “Take a new key/s,
  'balance-short':
    /balance is too low for this, and named no price.*Nothing was signed.*advises: “Add money to it/s,
  empty: /may not read the terms/,
  fault: /has a problem right now \(500\)/,
};

test('an order that is refused before the payment: each reason is its own sentence, and nothing is signed', async ({
  page,
  sandbox,
  wallet,
}) => {
  sandbox.switches.errors = 'coded';
  const order = await OrderPage.open(page);
  await order.enterAmount('50');
  const refused = async (fault: Partial<Fault>, sentence: RegExp): Promise<void> => {
    sandbox.faults.add({ route: 'get-card', kind: 'refused', when: 'quote', ...fault });
    await order.askForReview();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByRole('alert')).toContainText('Nothing was paid.');
    await expect(page.getByRole('alert')).not.toContainText(/another account|_/);
  };
  for (const [refusal, sentence] of Object.entries(BEFORE) as [RefusalName, RegExp][])
    await test.step(refusal, () => refused({ refusal }, sentence));
  // A gateway writes `message` or `detail`: its words are shown as its own.
  await refused(
    { status: 403, body: { error: null, detail: 'Not available in your region' } },
    /^Something between.*It says: “Not available in your region”/,
  );
  // The wait, of the body before the header's, and of the header in both of its forms.
  await refused(
    { status: 429, retryAs: 'seconds', ms: 41_000 },
    /asks you to wait.*Try again in 41 seconds/s,
  );
  await refused(
    { status: 429, retryAs: 'seconds', ms: 41_000, body: { code: 'rate_limited', retry_after_seconds: 53 } },
    /Try again in 53 seconds/,
  );
  await refused({ status: 429, retryAs: 'date', ms: 101_000 }, /Try again in (100|101) seconds/);
  expect(wallet.signatureRequests()).toBe(0);
});

/** After the payment, on the order's page. Each settles on the chain. */
const AFTER: [RefusalName, RegExp][] = [
  ['region', /does not sell this where you are.*“This card cannot be issued/s],
  ['out-of-stock', /none of these left.*advises: “More come on Monday/s],
  ['empty', /402 without a word, as if no payment had come/],
];

for (const [refusal, sentence] of AFTER)
  test(`an order that is refused after the payment (${refusal}): unknown, with where the money then is, and one signature`, async ({
    page,
    sandbox,
    wallet,
  }) => {
    sandbox.switches.errors = 'coded';
    const review = await OrderPage.readyToPay(page);
    sandbox.faults.add({ route: 'get-card', kind: 'refused-after-settlement', refusal });
    await review.payButton.click();
    const outcome = page.getByRole('region', { name: 'Outcome unknown' }).getByRole('alert');
    await expect(outcome).toContainText(sentence, { timeout: 20_000 });
    await expect(outcome).toContainText(/probably in your Laso account balance: a withdrawal takes it back/);
    await expect(outcome).not.toContainText(ELSEWHERE);
    // The chain, not the words, says what became of it.
    const payments = await PaymentsPage.open(page);
    await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
    expect(wallet.signatureRequests()).toBe(1);
  });

test('a free route that refuses: each reason is its own sentence, its 402 is never signed, and a time is a countdown over a reload', async ({
  page,
  sandbox,
  signIn,
  wallet,
  network,
}) => {
  await page.clock.install();
  await signIn('busy');
  sandbox.switches.errors = 'coded';
  const card = await CardPage.open(page, usCardOf(sandbox));
  const alert = card.main.getByRole('alert');
  const sentences: [Partial<Fault>, RegExp][] = [
    [{ refusal: 'balance-short' }, /balance is too low.*advises: “Add money to it.*Nothing was signed/s],
    [{ refusal: 'region' }, /does not offer this where you are/],
    [{ refusal: 'region-403' }, /does not offer this where you are.*in your country/s],
    [{ refusal: 'verification' }, /verify the holder’s identity/],
    [{ status: 404, body: { terminal: true } }, /does not know this card.*this is final/s],
    [{ status: 410 }, /did not accept the request to refresh this card/],
    [{ status: 500, message: 'Oops' }, /Laso has a problem at the moment/],
    [
      { status: 403, body: { error: null, message: 'Forbidden' } },
      /^Something between.*The answer says: “Forbidden”/s,
    ],
  ];
  for (const [fault, sentence] of sentences) {
    sandbox.faults.add({ route: 'refresh-card-data', kind: 'refused', ...fault });
    await card.refreshBalance();
    await expect(alert).toContainText(sentence);
    await expect(alert).not.toContainText(ELSEWHERE);
  }
  expect(network.to('/refresh-card-data', 'POST')).toHaveLength(sentences.length);
  expect(wallet.signatureRequests()).toBe(0);

  // The sandbox's own limit: the twelfth of a day has been asked for on another device.
  const stored = sandbox.store.card(usCardOf(sandbox));
  sandbox.switches.refreshesPerDay = 12;
  const nowMs = sandbox.clock.now();
  if (stored?.type === 'us')
    stored.refreshedAt.push(...Array.from({ length: 12 }, (_, at) => nowMs - 23 * 3_600_000 + at * 300_000));
  await card.refreshBalance();
  await expect(alert).toContainText(/Too many requests.*24 refreshes.*advises: “Wait, then ask again/s);
  await expect(card.main).toContainText(/refresh again in (1 h 0 min|59:\d\d)/);
  await page.reload();
  await expect(card.main).toContainText(/refresh again in (1 h 0 min|59:\d\d)/);
  await expect(card.button('Refresh balance')).toBeDisabled();
  await page.clock.fastForward('58:00');
  await expect(card.button('Refresh balance')).toBeDisabled();
  await page.clock.fastForward('02:05');
  await expect(card.button('Refresh balance')).toBeEnabled();
});

test('what is final is not asked again, what names a time is not asked before it, and little left of a limit slows polls down', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await page.clock.install();
  await signIn('busy');
  const asked = () => network.to('/get-account-balance', 'GET').length;
  const pass = async (seconds: number) => {
    await page.clock.runFor(seconds * 1_000);
    await network.answered();
  };
  const open = async (fault: Partial<Fault>) => {
    sandbox.faults.clear();
    sandbox.faults.add({ route: 'get-account-balance', kind: 'refused', times: 9, ...fault });
    await page.goto('/balance');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    return asked();
  };
  const final = await open({ status: 429, body: { terminal: true } });
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Laso says that this is final');
  await pass(600);
  expect(asked()).toBe(final);

  const waiting = await open({
    status: 429,
    retryAs: 'seconds',
    ms: 9_000,
    body: { retry_after_seconds: 90 },
  });
  await pass(85);
  expect(asked()).toBe(waiting);
  await pass(6);
  await expect.poll(asked).toBe(waiting + 1);

  sandbox.faults.clear();
  const pending = sandbox.store.orderUsCard(sandbox.accounts.busy, 2_500);
  pending.readyAt = Infinity;
  const readsIn45s = async (headers: 'hidden' | 'exposed') => {
    sandbox.switches.headers = headers;
    sandbox.rateWindow.clear();
    sandbox.rateWindow.use(120);
    const card = await CardPage.open(page, pending.cardId);
    await expect(card.main).toContainText('issuing the card');
    await network.answered();
    const before = network.to('/get-card-data', 'GET').length;
    for (let passed = 0; passed < 45; passed += 5) await pass(5);
    return network.to('/get-card-data', 'GET').length - before;
  };
  expect(await readsIn45s('hidden')).toBeGreaterThan(2);
  expect(await readsIn45s('exposed')).toBeLessThanOrEqual(1);
});
