import type { Page } from '@playwright/test';
import { readStores, readTraces } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { GiftCardPage, PurchasedPage, Redemption } from './pages/gift-card-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { PaymentsPage } from './pages/payments-page.ts';

/** Bought on Base by the wallet's own account, which the answer signs in. */
async function buySteamCard(page: Page): Promise<Redemption> {
  const product = await GiftCardPage.open(page, 'steam-us');
  const review = await product.readyToPay('$24.99');
  await review.pay();
  return Redemption.onReceipt(page);
}

/** How many entries the vault holds, read past the app. */
const keptEntries = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('laso');
        opening.addEventListener('error', () => reject(new Error('IndexedDB could not be read.')));
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('vault').objectStore('vault').count();
          counting.addEventListener('success', () => {
            opening.result.close();
            resolve(counting.result);
          });
        });
      }),
  );

/** Asks to close the tab as a person does; what the browser asks back, or null when it just closes. */
async function tryToClose(page: Page): Promise<string | null> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss();
    return dialog.type();
  });
  const closed = page.waitForEvent('close').then(() => null);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

test('a code is nowhere in plain text, readable after a reload, locked by signing out, back with the account, gone when deleted', async ({
  page,
  sandbox,
  signIn,
  wallet,
  consoleLines,
  network,
}) => {
  await signIn('busy');
  const payer = (await wallet.firstAddress()).toLowerCase();
  const redemption = await buySteamCard(page);
  const [sold] = sandbox.giftCards.orders;
  if (!sold?.redemptionCode || !sold.pinCode) throw new Error('The sandbox sold no code');
  const secrets = [sold.redemptionCode, sold.pinCode];
  const nowhere = async () => {
    const places = {
      ...(await readStores(page)),
      ...(await readTraces(page)),
      console: consoleLines.join('\n'),
      requests: network.requests.map(({ url }) => url).join('\n'),
    };
    // Where the code would be, if it were readable.
    expect(places.indexedDB).toContain('Steam');
    for (const [place, text] of Object.entries(places))
      for (const secret of secrets) expect(text, place).not.toContain(secret);
  };
  await nowhere();
  await redemption.confirmSaved();

  const purchased = await PurchasedPage.open(page);
  await expect(purchased.items).toHaveText([/Steam.*\$24\.99.*Not used.*saved elsewhere too/s]);
  await nowhere();
  await purchased.redemption().reveal.click();
  for (const secret of secrets) await expect(purchased.items).toContainText(secret);
  await page.reload();
  await expect(purchased.items).toHaveCount(1);
  await nowhere();

  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 gift card not used: Steam, $24.99.');
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await expect(purchased.main).toContainText('No gift cards yet');
  expect(await keptEntries(page)).toBe(1);
  await PurchasedPage.open(page);
  await expect(purchased.main).toContainText('No gift cards yet');

  await (await LinkLanding.open(page, sandbox.createLoginLink(payer))).signIn();
  await PurchasedPage.open(page);
  await purchased.redemption().reveal.click();
  await expect(purchased.items).toContainText(sold.redemptionCode);
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  await dialog.getByRole('button', { name: 'Delete them…' }).click();
  await page.getByRole('button', { name: 'Continue to delete' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => keptEntries(page)).toBe(0);
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await (await LinkLanding.open(page, sandbox.createLoginLink(payer))).signIn();
  await PurchasedPage.open(page);
  await expect(purchased.main).toContainText('No gift cards yet');
});

test('signing out, here or in another tab, takes the code of a receipt off the screen', async ({
  page,
  context,
  sandbox,
  signIn,
  wallet,
}) => {
  await signIn('busy');
  const payer = (await wallet.firstAddress()).toLowerCase();
  for (const where of ['here', 'in another tab'] as const) {
    const redemption = await buySteamCard(page);
    await redemption.reveal.click();
    const code = sandbox.giftCards.orders.at(-1)?.redemptionCode ?? 'no code was sold';
    await expect(redemption.region).toContainText(code);
    await redemption.confirmSaved();
    const tab = where === 'here' ? page : await context.newPage();
    if (tab !== page) await (await LinkLanding.open(tab, sandbox.createLoginLink(payer))).signIn();
    await (await AccountMenu.open(tab)).item(/^Sign out$/).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(redemption.region).toHaveCount(0);
    await expect(page.getByRole('main')).not.toContainText(code);
    await expect(page.getByRole('main')).toContainText('This account was signed out');
  }
});

test('closing the tab before “I have saved it” is asked about; afterwards it is not', async ({
  page,
  signIn,
}) => {
  await signIn('busy');
  const redemption = await buySteamCard(page);
  expect(await tryToClose(page)).toBe('beforeunload');
  await redemption.saved.click();
  await expect(redemption.region).toContainText('You can close this page now');
  expect(await tryToClose(page)).toBeNull();
});

test('a used card is marked, and the codes are exported only when asked for twice', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  await (await buySteamCard(page)).confirmSaved();
  const purchased = await PurchasedPage.open(page);
  await purchased.items.getByRole('button', { name: 'Mark as used' }).click();
  await expect(purchased.items).toContainText('Used');
  await page.reload();
  await expect(purchased.items.getByRole('button', { name: 'Mark as not used' })).toBeVisible();

  await purchased.main.getByRole('button', { name: 'Export codes' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Export in plain text' }).click();
  const file = await downloading;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  expect(JSON.parse(Buffer.concat(chunks).toString('utf8'))).toMatchObject({
    giftCards: [{ name: 'Steam', amount: '24.99', code: sandbox.giftCards.orders[0]?.redemptionCode }],
  });
});

test('a vault that cannot be written: the code stays on screen, closing is asked about, and it can be kept later', async ({
  page,
  sandbox,
  signIn,
  wallet,
}) => {
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function addUnlessFull(value, key) {
      if (this.name === 'vault' && sessionStorage.getItem('vault-is-full'))
        throw new DOMException('The disk is full', 'QuotaExceededError');
      return add.call(this, value, key);
    };
  });
  await signIn('busy');
  await page.evaluate(() => sessionStorage.setItem('vault-is-full', 'yes'));
  const redemption = await buySteamCard(page);
  const code = sandbox.giftCards.orders[0]?.redemptionCode ?? '';
  await expect(page.getByRole('region', { name: 'Paid, not delivered' })).toContainText(
    'the gift card arrived, but could not be kept here',
  );
  await expect(redemption.region).toContainText('It is shown only here');
  await redemption.reveal.click();
  await expect(redemption.region).toContainText(code);
  expect(await tryToClose(page)).toBe('beforeunload');
  expect(await keptEntries(page)).toBe(0);

  // Going elsewhere in the app does not lose it either.
  await page.getByRole('link', { name: 'Open Payments' }).click();
  const payments = await PaymentsPage.shown(page);
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  expect(await tryToClose(page)).toBe('beforeunload');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Gift cards' }).click();
  await page.getByRole('link', { name: 'Purchased' }).click();
  const purchased = new PurchasedPage(page);
  await expect(purchased.items).toContainText('Not saved');
  await purchased.redemption().reveal.click();
  await expect(purchased.items).toContainText(code);
  await purchased.main.getByRole('button', { name: 'Try saving again' }).click();
  await expect(purchased.items).toContainText('This browser still refuses');

  // Signed out, its owner's code is hidden; the tab holds it all the same.
  const payer = (await wallet.firstAddress()).toLowerCase();
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  await expect(page.getByRole('dialog')).toContainText('1 gift card in this tab only: Steam, $24.99.');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(purchased.items).toHaveCount(0);
  await expect(purchased.main).not.toContainText(code);
  await purchased.main.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Login link' }).fill(await sandbox.createLoginLink(payer));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  expect(await tryToClose(page)).toBe('beforeunload');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Gift cards' }).click();
  await page.getByRole('link', { name: 'Purchased' }).click();
  await expect(purchased.items).toContainText('Not saved');

  await page.evaluate(() => sessionStorage.removeItem('vault-is-full'));
  await purchased.main.getByRole('button', { name: 'Try saving again' }).click();
  await expect(purchased.items).toContainText('Not used');
  expect(await keptEntries(page)).toBe(1);
  await page.reload();
  await purchased.redemption().reveal.click();
  await expect(purchased.items).toContainText(code);
  await expect((await PaymentsPage.open(page)).withOutcome('Paid')).toHaveCount(1);
  expect(wallet.signatureRequests()).toBe(1);
});
