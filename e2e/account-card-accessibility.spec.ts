import { AxeBuilder } from '@axe-core/playwright';
import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { withActiveCard } from './account-card-programme.ts';
import { expect, test } from './fixtures.ts';
import { AccountCardPage } from './pages/account-card-page.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('door, gate, card with its picture and the PIN dialog pass axe and fit a phone, light and dark', async ({
  page,
  sandbox,
}) => {
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      // The issuer's page in the frame is not ours.
      const axe = new AxeBuilder({ page }).exclude('iframe');
      // What is not about colour is the same in the dark.
      const chosen = colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(['color-contrast']);
      const { violations } = await chosen.analyze();
      for (const { id, nodes } of violations)
        found.push(`${name} ${width}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${name} ${width}: ${overflow} px too wide`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };
  const door = await AccountCardPage.open(page);
  await look('door');
  await door.enterToken(ACCESS_TOKENS.unverified);
  await door.button('Look again').waitFor();
  await look('gate');
  const card = await withActiveCard(page, sandbox);
  await card.showDetails();
  await look('picture');
  await card.button('Set PIN').click();
  await card.pinPage.getByLabel('New PIN', { exact: true }).waitFor();
  await look('PIN page');
  expect(found).toEqual([]);
});
