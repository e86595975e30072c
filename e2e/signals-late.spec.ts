import { expect, test } from './fixtures.ts';
import { NeedsAttention } from './pages/needs-attention.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SENTENCES } from './signal-sentences.ts';

test('a late card is raised without a reload when its time comes, by the threshold of Settings, with its way out and the text for support', async ({
  page,
  signIn,
  sandbox,
}) => {
  sandbox.seed({ scenario: 'signal', kind: 'late-card', raises: true });
  await signIn('signal');
  const attention = new NeedsAttention(page);
  const { sentence } = SENTENCES['late-card'];
  await attention.readOn();
  await expect(attention.sentences).toHaveText([sentence]);
  const [stored] = sandbox.store.cardsOf(sandbox.accounts.signal);
  await attention.region.getByRole('button', { name: 'Evidence' }).click();
  await expect(attention.region).toContainText(`A U.S. card of $25.00: still pending`);
  await expect(attention.region).toContainText(`Card: ${stored?.cardId}`);
  await expect(attention.region).toContainText(`User id: ${sandbox.accounts.signal}`);
  await expect(attention.region.getByRole('button', { name: 'Copy text for support' })).toBeVisible();
  await expect(attention.region.getByRole('link', { name: 'Open the card' })).toHaveAttribute(
    'href',
    `/cards/${stored?.cardId}`,
  );

  await page.clock.install();
  const settings = await SettingsPage.open(page);
  await settings.setThreshold('U.S. card pending for over', '5');
  await expect(settings.main.getByRole('alert')).toHaveText(
    'Enter a whole number of seconds, from 15 to 86,400.',
  );
  await settings.setThreshold('U.S. card pending for over', '1800');
  await OverviewPage.open(page);
  await attention.readOn();
  await expect(attention.nothingLate).toBeVisible();
  await expect(attention.sentences).toHaveCount(0);
  // The page stays open until the half hour is over.
  await page.clock.runFor(5 * 60_000 + 10_000);
  await expect(attention.sentences).toHaveText([/has been pending for 3\d minutes/]);
});
