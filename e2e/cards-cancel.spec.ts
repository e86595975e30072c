import type { Sandbox } from '#sandbox/app.ts';
import type { Fault } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';

/** A queued order of the busy agent: $300 on the card, $311.40 charged. */
function queuedOrder({ store, accounts }: Sandbox): string {
  const queued = store
    .cardsOf(accounts.busy, 'intl')
    .find((card) => card.type === 'intl' && card.state === 'queued' && card.chargedCents === 31_140);
  if (!queued) throw new Error('The scenario has no queued order of $300.');
  return queued.cardId;
}

test('cancelling names the charge first, then says where the money went', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await signIn('busy');
  const card = await CardPage.open(page, queuedOrder(sandbox));
  await card.button('Cancel order').click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this order?' });
  await expect(dialog).toContainText('$311.40');
  await dialog.getByRole('button', { name: 'Keep the order' }).click();
  expect(network.to('/cancel-intl-order')).toHaveLength(0);

  await card.button('Cancel order').click();
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(card.main.getByText('The order is canceled.')).toBeVisible();
  await expect(card.main).toContainText('$311.40, went to your Laso account balance');
  await expect(card.main.getByRole('link', { name: 'Open the balance' })).toHaveAttribute('href', '/balance');
  await expect(card.status('Refunded').first()).toBeVisible();
  await expect(card.button('Cancel order')).toHaveCount(0);
  expect(sandbox.store.account(sandbox.accounts.busy).balance?.cents).toBe(4_127 + 31_140);
});

test('each refusal has its own sentence, and the order stays', async ({ page, sandbox, signIn }) => {
  await signIn('busy');
  const id = queuedOrder(sandbox);
  const card = await CardPage.open(page, id);
  const cancel = async () => {
    await card.button('Cancel order').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
  };
  const refusals: [Fault['kind'], Partial<Fault>, RegExp][] = [
    ['not-found', { message: 'Card not found' }, /does not know this order.*Card not found/s],
    ['rate-limited', { ms: 42_000 }, /Too many requests.*42 seconds/s],
    ['expired-token', {}, /did not accept this session/],
    ['drop-before', {}, /not known whether the order was canceled.*Nothing is lost/s],
    ['frozen', { message: 'Under review.' }, /frozen this account.*Under review\./s],
  ];
  for (const [kind, more, words] of refusals) {
    await test.step(kind, async () => {
      sandbox.faults.add({ route: 'cancel-intl-order', kind, times: 1, ...more });
      await cancel();
      await expect(card.main.getByRole('alert')).toContainText(words);
    });
  }
  const conflict = {
    status: 409,
    headers: { 'Access-Control-Allow-Origin': '*' },
    json: { error: 'Already made' },
  };
  await page.route('**/cancel-intl-order', (route) =>
    route.request().method() === 'POST' ? route.fulfill(conflict) : route.fallback(),
  );
  await cancel();
  await expect(card.main.getByRole('alert')).toContainText(/no longer queued.*Already made/s);
  await page.unroute('**/cancel-intl-order');

  // Made by hand between the look and the click: the documented 400.
  const made = sandbox.store.card(id);
  if (made?.type === 'intl') sandbox.store.fulfilIntlOrder(made);
  await cancel();
  await expect(card.main.getByRole('alert')).toContainText(/no longer queued/);
  await expect(card.status('Ready').first()).toBeVisible();
  await expect(card.button('Cancel order')).toHaveCount(0);
  expect(sandbox.store.account(sandbox.accounts.busy).balance?.cents).toBe(4_127);
});
