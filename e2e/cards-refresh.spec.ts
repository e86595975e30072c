import type { Sandbox } from '#sandbox/app.ts';
import type { StoredCard } from '#sandbox/store/stored-card.ts';
import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';

function spendable(sandbox: Sandbox, type: 'us' | 'intl'): StoredCard {
  const card = sandbox.store
    .cardsOf(sandbox.accounts.busy, type)
    .find((one) =>
      one.type === 'us' ? one.readyAt < Date.now() && one.availableCents > 1_000 : one.state === 'redeemable',
    );
  if (!card) throw new Error('The busy agent has no such card.');
  return card;
}

test('Refresh balance brings in what the issuer knew, then counts down over a reload until it may be asked again', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await page.clock.install();
  await signIn('busy');
  const stored = spendable(sandbox, 'us');
  sandbox.store.spend(stored, 321, 'LATE MERCHANT', false);
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.transactions).toBeVisible();
  await expect(card.transactions).not.toContainText('LATE MERCHANT');

  await card.refreshBalance();
  await expect(card.main).toContainText('Laso was asked for the latest balance.');
  await expect(card.main).toContainText(/refresh again in [45]:\d\d/);
  await expect(card.main).toContainText('11 of 12 left in 24 hours.');
  await expect(card.button('Refresh balance')).toBeDisabled();
  sandbox.clock.advance(4_000);
  await page.clock.fastForward(6_000);
  await expect(card.transactions).toContainText('LATE MERCHANT');

  await page.reload();
  await expect(card.main).toContainText(/refresh again in 4:\d\d/);
  // Not even the keyboard asks again.
  await card.button('Refresh balance').focus();
  await page.keyboard.press('Enter');
  expect(network.to('/refresh-card-data', 'POST')).toHaveLength(1);

  await page.clock.fastForward('05:00');
  sandbox.clock.advance(300_000);
  await expect(card.button('Refresh balance')).toBeEnabled();
  await card.refreshBalance();
  await expect(card.main).toContainText('10 of 12 left in 24 hours.');
});

test('a refusal because of another device says how long, counts down over a reload, and goes with the countdown', async ({
  page,
  sandbox,
  signIn,
}) => {
  await page.clock.install();
  await signIn('busy');
  const stored = spendable(sandbox, 'us');
  stored.refreshedAt.push(Date.now() - 60_000);
  const card = await CardPage.open(page, stored.cardId);
  await card.refreshBalance();
  await expect(card.main.getByRole('alert')).toContainText('Too many requests for now.');
  await expect(card.main.getByRole('alert')).toContainText(/Try again in [34] minutes/);
  await expect(card.main).toContainText(/refresh again in 3:\d\d|refresh again in 4:00/);
  await page.reload();
  await expect(card.main).toContainText(/refresh again in 3:\d\d/);
  await page.clock.fastForward('04:01');
  await expect(card.button('Refresh balance')).toBeEnabled();
  await expect(card.main.getByRole('alert')).toHaveCount(0);
});

test('the 12 requests of a day are counted on this device', async ({ page, sandbox, signIn }) => {
  await signIn('busy');
  const stored = spendable(sandbox, 'us');
  await page.evaluate((cardId) => {
    const times = Array.from({ length: 12 }, (_, index) => Date.now() - (index + 1) * 600_000);
    localStorage.setItem('laso.balance-refreshes', JSON.stringify({ [cardId]: times }));
  }, stored.cardId);
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.main).toContainText(/refresh again in (21 h 59|22 h 0) min\. 0 of 12 left in 24 hours\./);
  await expect(card.button('Refresh balance')).toBeDisabled();
});

test('an international card: asked once, then the page says that a person does it', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const card = await CardPage.open(page, spendable(sandbox, 'intl').cardId);
  await card.refreshBalance();
  await expect(card.main).toContainText('A person at Laso does it within 24 hours.');
  await expect(card.button('Refresh balance')).toBeDisabled();
  await page.reload();
  await expect(card.main).toContainText('A person at Laso does it within 24 hours.');
});

test('one pending already (409), or a card that is gone (404): Laso’s sentence and what to do', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const stored = spendable(sandbox, 'intl');
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.transactions).toBeVisible();
  if (stored.type === 'intl') stored.balanceUpdateRequestedAt = Date.now();
  await card.refreshBalance();
  await expect(card.main.getByRole('alert')).toContainText(
    'This card’s last balance update is not done yet.',
  );
  await expect(card.main.getByRole('alert')).toContainText('Wait until the earlier request is done.');

  const gone = spendable(sandbox, 'us');
  await CardPage.open(page, gone.cardId);
  sandbox.faults.add({ route: 'refresh-card-data', kind: 'not-found', message: 'Card not found' });
  await card.refreshBalance();
  await expect(card.main.getByRole('alert')).toContainText('Laso does not know this card.');
});

test('cards without details offer no refresh', async ({ page, sandbox, signIn }) => {
  await signIn('busy');
  const queued = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'intl')
    .find((one) => one.type === 'intl' && one.state === 'refunded');
  const card = await CardPage.open(page, queued?.cardId ?? '');
  await expect(card.status('Refunded').first()).toBeVisible();
  await expect(card.button('Refresh balance')).toHaveCount(0);
});
