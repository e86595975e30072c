import type { Page } from '@playwright/test';
import { overflow, violations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage, PurchasedPage, Redemption } from './pages/gift-card-page.ts';

/** What axe finds in all looks, and that nothing scrolls sideways at 360 px. */
async function expectFine(page: Page, name: string): Promise<void> {
  expect(await violations(page, name)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), `${name}, sideways`).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('catalog and product pass axe for WCAG 2.2 AA, and nothing scrolls sideways at 360 px', async ({
  page,
  signIn,
}) => {
  await signIn('busy');
  await CataloguePage.open(page);
  await expectFine(page, 'catalogue');
  await GiftCardPage.open(page, 'steam-us');
  await expectFine(page, 'fixed amounts');
});

test('redemption and purchased pass axe for WCAG 2.2 AA, and nothing scrolls sideways at 360 px', async ({
  page,
  openAs,
}) => {
  const fixed = await openAs('busy', GiftCardPage, 'steam-us');
  const review = await fixed.readyToPay('$24.99');
  await review.pay();
  const redemption = await Redemption.onReceipt(page);
  await redemption.reveal.click();
  await expectFine(page, 'redemption');
  await redemption.confirmSaved();
  await PurchasedPage.open(page);
  await expectFine(page, 'purchased');
});
