import { SOLANA_PAY_TO } from '#sandbox/chain/solana-chain.ts';
import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';

test('too little on Base: the review leads to Solana, where the same order is paid, and shows what each wallet has', async ({
  page,
  sandbox,
  wallet,
}) => {
  const order = await OrderPage.open(page);
  const review = await order.review('50');
  const address = await wallet.firstAddress();
  await sandbox.chain.fund(`0x${address.slice(2)}`, 49_990_000n);
  await expect(review.review).toContainText('Solana is possible too. No wallet is connected there yet.');
  await review.connectWallet();
  await expect(review.review.getByRole('alert')).toContainText(
    /has 49\.99 USDC on Base.*If you have enough on Solana, you can pay there\./s,
  );
  await review.review.getByRole('button', { name: 'Use Solana instead' }).click();

  await expect(review.review).toContainText(/Base is possible too: 49\.99 USDC in Sandbox wallet/);
  await review.getReady();
  // And back: what is there is known now.
  await review.review.getByRole('button', { name: 'Use Base instead' }).click();
  await expect(review.review.getByRole('alert')).toContainText('Sandbox wallet has enough on Solana.');
  await expect(review.review).toContainText(/Solana is possible too: 5,000\.00 USDC in Sandbox wallet/);
  await expect(review.payButton).toBeDisabled();
  await review.review.getByRole('alert').getByRole('button', { name: 'Use Solana instead' }).click();
  await expect(review.payButton).toBeEnabled();
  const receipt = await review.pay();
  await expect(receipt.main).toContainText('Receipt');
  expect(await sandbox.solana?.usdcBalanceOf(SOLANA_PAY_TO)).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(0);
});
