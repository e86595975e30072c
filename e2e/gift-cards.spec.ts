import { SOLANA_PAY_TO } from '#sandbox/chain/solana-chain.ts';
import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage, Redemption } from './pages/gift-card-page.ts';
import { OrderReview } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { SolanaWallet } from './pages/solana-wallet.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

test('on Base: found in the catalog, quoted, reviewed, one signature, exactly 24.99 settled, code and PIN on screen', async ({
  page,
  context,
  sandbox,
  wallet,
  openAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const catalogue = await openAs('busy', CataloguePage);
  await catalogue.search.fill('steam');
  const product = await catalogue.openProduct('Steam');
  await expect(product.amounts).toHaveCount(5);
  const review = await product.readyToPay('$24.99');
  await expect(review.review).toContainText('Steam gift card with $24.99');
  await expect(review.review).toContainText('not the one on screen');
  await review.pay();
  const redemption = await Redemption.onReceipt(page);
  const [sold] = sandbox.giftCards.orders;
  expect(sold?.amount).toBe('24.99');
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(24_990_000n);
  expect(wallet.signatureRequests()).toBe(1);

  await expect(page.locator('body')).not.toContainText(sold?.redemptionCode ?? '');
  await redemption.copyCode.click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(sold?.redemptionCode ?? '');
  await redemption.reveal.click();
  await expect(redemption.region).toContainText(sold?.redemptionCode ?? '');
  await expect(redemption.region).toContainText(sold?.pinCode ?? '');
  await redemption.region.getByRole('button', { name: 'Hide' }).click();
  await expect(redemption.region).not.toContainText(sold?.redemptionCode ?? '');
  await expect((await PaymentsPage.open(page)).withOutcome('Paid')).toHaveCount(1);
});

test('on Solana: the same, with a link that opens safely', async ({ page, sandbox, signIn, wallet }) => {
  await signIn('busy');
  const solana = new SolanaWallet(page, wallet.calls);
  const product = await GiftCardPage.open(page, 'hotel-us');
  await product.chooseNetwork('Solana');
  const review = await product.readyToPay('100.01');
  await review.pay();
  const redemption = await Redemption.onReceipt(page);
  expect(await sandbox.solana?.usdcBalanceOf(SOLANA_PAY_TO)).toBe(100_010_000n);
  expect(solana.signatureRequests()).toBe(1);
  await redemption.reveal.click();
  const link = redemption.region.getByRole('link', { name: 'Redeem the gift card' });
  await expect(link).toHaveAttribute('href', sandbox.giftCards.orders[0]?.redemptionUrl ?? '');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('steps and fixed amounts are exact; what does not fit is refused before any request', async ({
  openAs,
  network,
}) => {
  const coffee = await openAs('busy', GiftCardPage, 'roastery-us');
  for (const [amount, sentence] of [
    ['5.07', 'in steps of $0.05'],
    ['4.95', 'smallest amount of this gift card is $5.00'],
    ['100.05', 'largest amount of this gift card is $100.00'],
    ['5.055', 'without separators for thousands'],
  ] as const) {
    await coffee.chooseAmount(amount);
    await coffee.reviewButton.click();
    await expect(coffee.main).toContainText(sentence);
  }
  expect(network.to('/order-gift-card', 'GET')).toEqual([]);
  const review = await coffee.review('5.05');
  await expect(review.review).toContainText('5.05 USDC');
  const [asked] = network.to('/order-gift-card', 'GET');
  expect(asked?.url).toContain('amount=5.05&laso_server_id=roastery-us&country=US');
});

test('another currency: the quote decides the price; later the fee on top is shown before paying', async ({
  page,
  sandbox,
  openAs,
}) => {
  const product = await openAs('busy', GiftCardPage, 'zalando-de');
  await page.getByRole('combobox', { name: 'For use in' }).selectOption('DE');
  const euros = await product.review('12.5');
  await expect(euros.review).toContainText('Zalando gift card, 12.50 EUR');
  await expect(euros.review).toContainText('13.5425 USDC');

  sandbox.switches.giftCards = 'later';
  const amazon = await GiftCardPage.open(page, 'amazon-us');
  const dollars = await amazon.readyToPay('50');
  await expect(dollars.review).toContainText('Amazon gift card with $50.00');
  await expect(dollars.review).toContainText('$2.40');
  await dollars.pay();
  await Redemption.onReceipt(page);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(52_400_000n);
});

test('a price 10.1 % above the documented one can be paid only after it was typed', async ({
  page,
  sandbox,
  wallet,
  openAs,
}) => {
  const product = await openAs('busy', GiftCardPage, 'amazon-us');
  sandbox.faults.add({
    route: 'order-gift-card',
    kind: 'changed-challenge',
    times: 9,
    patch: { amount: '55050000' },
  });
  await product.chooseAmount('50');
  await product.reviewButton.click();
  const review = await OrderReview.shown(page);
  await review.connectWallet();
  await expect(review.payButton).toBeVisible();
  await expect(review.payButton).toBeDisabled();
  await expect(review.review).toContainText(/10\.1\s?%/);
  await page.getByRole('textbox', { name: 'Type 55.05 to pay this price' }).fill('55.05');
  await expect(review.payButton).toBeEnabled();
  expect(wallet.signatureRequests()).toBe(0);
});

test('filters come from Laso where it serves them; typed words filter at once, and overtaken searches are canceled', async ({
  page,
  sandbox,
  network,
  openAs,
}) => {
  sandbox.switches.giftCards = 'later';
  const catalogue = await openAs('busy', CataloguePage);
  await catalogue.country.selectOption('JP');
  await expect(catalogue.product('Rakuten')).toBeVisible();
  await expect(catalogue.product('Zalando')).toHaveCount(0);
  await expect(catalogue.product('Airbnb')).toBeVisible();
  await catalogue.currency.selectOption('JPY');
  await expect(catalogue.product('Airbnb')).toHaveCount(0);
  await catalogue.currency.selectOption('');
  await catalogue.country.selectOption('');
  await catalogue.category.selectOption('travel');
  await expect(catalogue.product('Airbnb')).toBeVisible();
  await expect(catalogue.product('Rakuten')).toHaveCount(0);
  await catalogue.category.selectOption('');

  const asked = () =>
    network
      .to('/search-gift-cards', 'GET')
      .filter(({ url }) => new URL(url).searchParams.get('q'))
      .map(({ url, request }) => [new URL(url).searchParams.get('q'), request.failure()?.errorText ?? null]);
  // Not once per letter.
  await catalogue.search.pressSequentially('amazon');
  await expect(catalogue.main.getByText('1 gift card', { exact: true })).toBeVisible();
  await expect.poll(() => page.url()).toContain('q=amazon');
  expect(asked().length).toBeLessThanOrEqual(3);
  // The answer to "steam" is still on its way when "rakuten" is asked for.
  sandbox.faults.add({ route: 'search-gift-cards', kind: 'slow', ms: 3_600_000, before: true });
  await catalogue.search.fill('steam');
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  await catalogue.search.fill('rakuten');
  await expect(catalogue.main.getByText('1 gift card', { exact: true })).toBeVisible();
  expect(asked().slice(-2)).toEqual([
    ['steam', 'net::ERR_ABORTED'],
    ['rakuten', null],
  ]);
  sandbox.waiting.release();
  await catalogue.search.fill('nothing like it');
  await expect(catalogue.main).toContainText('No gift card matches.');
  await catalogue.main.getByRole('button', { name: 'Show all gift cards' }).click();
  await expect(catalogue.main.getByText('300 gift cards')).toBeVisible();
});

test('pictures: only listed hosts are asked, without a referrer; missing, foreign and lost ones are drawn; hostile texts are text', async ({
  openAs,
  network,
}) => {
  const catalogue = await openAs('busy', CataloguePage);
  await expect(catalogue.product('Amazon').locator('img')).toHaveAttribute('loading', 'lazy');
  for (const name of ['Plain & Simple', 'Elsewhere Goods', 'Lost Frame'])
    await expect(catalogue.product(name).locator('img')).toHaveCount(0);
  const pictures = network.requests.filter(({ url }) => /\.(svg|png)$/.test(new URL(url).pathname));
  expect(pictures.some(({ url }) => url.includes('/pictures/amazon-us.svg'))).toBe(true);
  for (const picture of pictures.slice(0, 5)) expect((await picture.allHeaders())['referer'] ?? '').toBe('');
  expect(network.requests.map(({ url }) => new URL(url).host)).not.toContain('pictures.example');

  await expect(catalogue.product('<img src=x onerror=alert(1)>')).toBeVisible();
  const hostile = await catalogue.openProduct('<img src=x');
  await expect(hostile.main.getByRole('heading', { level: 1 })).toHaveText('<img src=x onerror=alert(1)>');
  await expect(hostile.main).toContainText('<a href="javascript:alert(1)">Click</a>');
});
