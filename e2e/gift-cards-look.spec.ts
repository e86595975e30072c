import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage, PurchasedPage, Redemption } from './pages/gift-card-page.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('catalogue, product, redemption and purchased pass axe for WCAG 2.2 AA, and nothing scrolls sideways at 360 px', async ({
  page,
  signIn,
}) => {
  const found: string[] = [];
  const look = async (name: string) => {
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
        for (const { id, nodes } of violations)
          found.push(
            `${name}, ${colorScheme} ${width}: ${id}: ${nodes.map(({ target }) => target).join(', ')}`,
          );
      }
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (sideways > 0) found.push(`${name}, ${width}: ${sideways} px sideways`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  await signIn('busy');
  await CataloguePage.open(page);
  await look('catalogue');
  const fixed = await GiftCardPage.open(page, 'steam-us');
  await look('fixed amounts');
  const review = await fixed.readyToPay('$24.99');
  await review.pay();
  const redemption = await Redemption.onReceipt(page);
  await redemption.reveal.click();
  await look('redemption');
  await redemption.confirmSaved();
  await PurchasedPage.open(page);
  await look('purchased');
  expect(found).toEqual([]);
});
