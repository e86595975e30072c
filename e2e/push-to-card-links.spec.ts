import { expect, test } from './fixtures.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { PushPage } from './pages/push-page.ts';

const HOSTILE: [url: string, reason: RegExp][] = [
  ['javascript:alert(document.domain)', /does not begin with https/],
  ['data:text/html,<script>alert(1)</script>', /does not begin with https/],
  ['http://pay.runa.io/t/8f2k', /does not begin with https/],
  ['https://pay.runa.io.evil.example/t', /looks like one Laso uses, and is not/],
  ['https://pay.runa.io@evil.example/t', /in front of an “@”/],
];

test('redemption URLs that must not be opened are never links, say why, and are never lost', async ({
  page,
  sandbox,
}) => {
  const push = await PushPage.open(page);
  for (const [at, [url, reason]] of HOSTILE.entries()) {
    await test.step(url, async () => {
      sandbox.switches.redemptionUrl = url;
      const review = await push.review(`${10 + at}`);
      if (at === 0) await review.connectWallet();
      const receipt = await review.pay();
      await receipt.transaction();
      await expect(push.main.getByText(url, { exact: true })).toBeVisible();
      await expect(push.main).toContainText(reason);
      await expect(push.completeLink).toHaveCount(0);
      await expect(push.main.locator(`a[href="${url}"]`)).toHaveCount(0);
      await push.main.getByRole('button', { name: 'Order another' }).click();
    });
  }
  // No reload is needed: the list is read again when the form comes back.
  await expect(push.transfers).toHaveCount(HOSTILE.length);
  await PushPage.open(page);
  await expect(push.transfers).toHaveCount(HOSTILE.length);
  for (const [at, [url]] of HOSTILE.toReversed().entries()) {
    await push.showLink(push.transfers.nth(at));
    await expect(push.transfers.nth(at).getByText(url, { exact: true })).toBeVisible();
  }
  await expect(push.completeLink).toHaveCount(0);
});

test('an https address on an unlisted host is text to copy, with its host in bold and the support address', async ({
  page,
  sandbox,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  sandbox.switches.redemptionUrl = 'https://gift.example/r/1?x=2';
  const push = await PushPage.open(page);
  const receipt = await push.pay('20');
  await receipt.transaction();
  await expect(push.main).toContainText('https://gift.example/r/1?x=2');
  await expect(push.main.locator('strong', { hasText: 'gift.example' }).first()).toBeVisible();
  await expect(push.main.getByRole('link', { name: 'agents+support@laso.finance' })).toBeVisible();
  await expect(push.completeLink).toHaveCount(0);
  await push.main.getByRole('button', { name: 'Copy the address' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('https://gift.example/r/1?x=2');
});

test('a vault that cannot be written keeps the link on screen, warns before closing, and keeps it once it can', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function addUnlessFull(value, key) {
      if (this.name === 'vault' && Reflect.get(window, 'vaultIsFull') === true)
        throw new DOMException('full', 'QuotaExceededError');
      return add.call(this, value, key);
    };
  });
  const push = await PushPage.open(page);
  await page.evaluate(() => Reflect.set(window, 'vaultIsFull', true));
  await push.pay('20');
  await expect(page.getByRole('region', { name: 'Paid, not delivered' })).toBeVisible({ timeout: 20_000 });
  await expect(push.main).toContainText('This page has the only copy');
  await expect(push.completeLink).toBeVisible();
  await expect(push.main.getByRole('button', { name: 'Copy the link' })).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  // Another try fails, and another page of the app loses nothing: the link waits in this tab's memory.
  await push.main.getByRole('button', { name: 'Try saving again' }).click();
  await expect(push.completeLink).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Payments' }).click();
  await page.getByRole('link', { name: 'Open the transfer' }).click();
  await expect(push.transfers).toContainText('when you close this tab');
  await expect(push.completeLink).toBeVisible();
  await page.evaluate(() => Reflect.set(window, 'vaultIsFull', false));
  await push.main.getByRole('button', { name: 'Try saving again' }).click();
  await expect(push.transfers).toContainText('Not completed yet');
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
});
