import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage } from './pages/gift-card-page.ts';

test('a product that Laso no longer knows shows an error, leads to the catalog, and is not asked for again', async ({
  page,
  sandbox,
  wallet,
  network,
  openAs,
}) => {
  sandbox.switches.unknownGift = 'early';
  const product = await openAs('busy', GiftCardPage, 'steam-us');
  await product.chooseAmount('$24.99');
  sandbox.catalogue.remove('steam-us');
  await product.reviewButton.click();
  const alert = product.main.getByRole('alert');
  await expect(alert).toContainText(
    'Laso does not know this gift card, or no longer does. Nothing was paid.',
  );
  await expect(alert).toContainText('Asking again will not change that');
  await expect(product.reviewButton).toHaveCount(0);
  expect(network.to('/order-gift-card', 'GET')).toHaveLength(1);
  await alert.getByRole('link', { name: 'All gift cards' }).click();
  const catalogue = new CataloguePage(page);
  await catalogue.search.fill('Steam');
  await expect(catalogue.product('Steam')).toHaveCount(0);
  expect(network.to('/order-gift-card', 'GET')).toHaveLength(1);
  expect(wallet.signatureRequests()).toBe(0);
});
