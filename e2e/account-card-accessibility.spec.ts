import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { withActiveCard } from './account-card-programme.ts';
import { overflow, violations, type Look } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { AccountCardPage } from './pages/account-card-page.ts';

const LOOKS_OF_IT: readonly Look[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
];

test('door, gate, card with its picture and the PIN dialog pass axe and fit a phone, light and dark', async ({
  page,
  sandbox,
}) => {
  const look = async (name: string): Promise<void> => {
    // The issuer's page in the frame is not ours.
    expect(await violations(page, name, { looks: LOOKS_OF_IT, exclude: ['iframe'] })).toEqual([]);
    expect(await overflow(page), `${name}, sideways`).toBeLessThanOrEqual(0);
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
});
