import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage, PurchasedPage, Redemption } from './pages/gift-card-page.ts';

type Answer = { gift_cards: Record<string, unknown>[]; facets?: Record<string, unknown> };

/** The catalog's answer with fields of one product, or of the facets, replaced. */
async function patchCatalogue(
  page: Parameters<typeof CataloguePage.open>[0],
  patch: (answer: Answer) => void,
): Promise<void> {
  await page.route('**/search-gift-cards*', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const answer: Answer = await response.json();
    patch(answer);
    return route.fulfill({ response, json: answer });
  });
}

test('fixed amounts below $5 are not offered, and the page says from where on Laso sells', async ({
  page,
  signIn,
}) => {
  await signIn('busy');
  await patchCatalogue(page, ({ gift_cards: cards }) => {
    const steam = cards.find(({ laso_server_id: id }) => id === 'steam-us');
    Object.assign(steam ?? {}, { min: 1, denominations: ['1', '2', '5', '10'] });
  });
  const catalogue = await CataloguePage.open(page);
  await expect(catalogue.product('Steam')).toContainText('$5.00 or $10.00');
  const product = await catalogue.openProduct('Steam');
  await expect(product.amounts).toHaveCount(2);
  await expect(product.main).toContainText('Laso sells gift cards from $5.00; smaller amounts are left out.');
  const review = await product.review('$5.00');
  await expect(review.review).toContainText('Steam gift card with $5.00');
});

test('where the U.S. is not offered a country has to be chosen, and the one on screen is the one asked for', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  sandbox.switches.giftCards = 'later';
  await signIn('busy');
  await patchCatalogue(page, ({ facets }) => Object.assign(facets ?? {}, { countries: ['FR', 'DE'] }));
  const product = await GiftCardPage.open(page, 'airbnb');
  const country = page.getByRole('combobox', { name: 'For use in' });
  await expect(country).toHaveValue('');
  await product.chooseAmount('50');
  await product.reviewButton.click();
  await expect(product.main).toContainText('Choose where the gift card will be used.');
  expect(network.to('/order-gift-card', 'GET')).toEqual([]);
  await country.selectOption({ label: 'France' });
  await expect(product.main).not.toContainText('Choose where the gift card will be used.');
  const review = await product.review('50');
  await expect(review.review).toContainText('France');
  expect(network.to('/order-gift-card', 'GET')[0]?.url).toContain('country=FR');
});

test('an answer that names another amount counts, is kept, and is pointed out on the receipt and among those purchased', async ({
  page,
  sandbox,
  openAs,
}) => {
  const product = await openAs('busy', GiftCardPage, 'amazon-us');
  const review = await product.readyToPay('50');
  sandbox.giftCards.override = { amount: '45' };
  await review.pay();
  const { region } = await Redemption.onReceipt(page);
  const caution = 'Laso’s answer names $45.00, and you ordered $50.00.';
  await expect(region.getByRole('status').filter({ hasText: caution })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Amazon gift card with $45.00');
  const purchased = await PurchasedPage.open(page);
  await expect(purchased.items).toContainText(['Amazon, $45.00']);
  await expect(purchased.items).toContainText([caution]);
});
