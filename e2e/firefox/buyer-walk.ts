import assert from 'node:assert/strict';
import type { Stage } from '../stage.ts';
import type { Walker } from './walker.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

/** With the sandbox's wallet, and Firefox's question about storage left open. */
export async function walkAsBuyer(walker: Walker, { sandbox }: Stage): Promise<void> {
  const paid = () => sandbox.chain.usdcBalanceOf(PAY_TO);
  await walker.step('an amount with a comma is reviewed with a point', async () => {
    await walker.open('/order/us-card');
    await walker.type(/^Amount/, '49,95');
    await walker.press('button', /^Review order/);
    await walker.reads(/\$49\.95/);
  });
  await walker.step(
    'the wallet connects and pays a U.S. card on Base, with the storage question open',
    async () => {
      const before = await paid();
      await walker.press('button', /^Connect wallet/);
      await walker.press('button', /^Sandbox wallet/);
      await walker.press('button', /^Pay 49\.95 USDC/);
      await walker.reads(/Your card is on its way/);
      await walker.page.waitForSelector('main a[href*="/tx/0x"]');
      assert.equal((await paid()) - before, 49_950_000n);
      assert.equal(await storageAnswer(walker), 'unanswered');
    },
  );
  await walker.step('a gift card is paid, its code revealed and saved', async () => {
    await walker.open('/gift-cards/steam-us');
    await walker.press('radio', /^\$24\.99/);
    await walker.press('button', /^Review order/);
    await connectAndPay(walker, '24.99');
    await walker.press('button', /^Reveal/);
    const [sold] = sandbox.giftCards.orders;
    assert.ok(sold?.redemptionCode, 'the sandbox sold a code');
    await walker.reads(new RegExp(sold.redemptionCode));
    await walker.press('button', /^I have saved it/);
    await walker.reads(/You can close this page now/);
  });
  await walker.step('a balance is withdrawn to the cent', async () => {
    await walker.open(sandbox.createLoginLink(sandbox.accounts.second));
    await walker.press('button', /^Sign in as 0x/);
    await walker.press('link', /^Balance$/);
    await walker.type(/^Amount/, '5,25');
    await walker.press('button', /^Withdraw$/);
    await walker.press('button', /^Confirm withdrawal/);
    await walker.reads(/\$5\.25 is on its way/);
  });
}

/** The dialog with wallets opens only where none is connected yet. */
async function connectAndPay(walker: Walker, price: string): Promise<void> {
  const pay = new RegExp(`^Pay ${price.replace('.', '\\.')} USDC`);
  const either = (name: string) => new RegExp(`^${name}|${pay.source}`);
  for (const name of ['Connect wallet', 'Sandbox wallet']) {
    const button = await walker.find('button', either(name));
    if (await button.evaluate((element, wanted) => element.textContent.trim().startsWith(wanted), name))
      await button.click();
  }
  await walker.press('button', pay);
}

/** What became of the question whether storage is kept: it stays unanswered here, as most people leave it. */
const storageAnswer = (walker: Walker): Promise<string> =>
  walker.page.evaluate(() =>
    Promise.race([
      navigator.storage.persist().then(String),
      new Promise<string>((resolve) => {
        setTimeout(() => resolve('unanswered'), 500);
      }),
    ]),
  );
