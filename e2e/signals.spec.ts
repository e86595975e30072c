import type { Page } from '@playwright/test';
import { formatUsd } from '#domain/money.ts';
import type { SignalKind } from '#domain/signals/signal.ts';
import { CARD_SIGNAL_KINDS } from '#sandbox/scenarios/signals/signal-scenarios.ts';
import { shortAddress } from '#domain/account.ts';
import { readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { NeedsAttention } from './pages/needs-attention.ts';
import { OrderPage, type OrderReview } from './pages/order-page.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import type { SandboxWallet } from './pages/sandbox-wallet.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { SENTENCES } from './signal-sentences.ts';

// The page counts in whole minutes, the sandbox in milliseconds: what is exactly five days old may be four
// and a bit.

test('each kind of signal says its sentence and its evidence leads to its cards; its twin, nearly the same, says nothing', async ({
  page,
  signIn,
  sandbox,
}) => {
  const owner = sandbox.accounts.signal;
  sandbox.seed({ scenario: 'signal', kind: 'fee-drift', raises: false });
  await signIn('signal');
  const attention = new NeedsAttention(page);
  for (const kind of CARD_SIGNAL_KINDS) {
    const { sentence, rests } = SENTENCES[kind];
    sandbox.seed({ scenario: 'signal', kind, raises: true });
    await page.reload();
    await attention.readOn();
    await expect(attention.sentences.first(), kind).toHaveText(sentence);
    for (const said of await attention.sentences.allTextContents()) expect(said, kind).toMatch(sentence);
    const ids = sandbox.store.cardsOf(owner).map(({ cardId }) => `/cards/${cardId}`);
    if (rests !== 'neither') {
      const links = await attention.showEvidence(rests);
      expect(links.length, kind).toBeGreaterThan(0);
      expect(
        links.filter((href) => !ids.includes(href)),
        kind,
      ).toEqual([]);
    }

    sandbox.seed({ scenario: 'signal', kind, raises: false });
    expect(sandbox.store.cardsOf(owner), kind).not.toEqual([]);
    await page.reload();
    await attention.readOn();
    await expect(attention.nothingLate, kind).toBeVisible();
    await expect(attention.sentences, kind).toHaveCount(0);
  }
});

test(
  'evidence of a purchase is that purchase, and its card is one click away',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    sandbox.seed({ scenario: 'signal', kind: 'unusual-amount', raises: true });
    await signIn('signal');
    const attention = new NeedsAttention(page);
    await attention.showEvidence('purchases');
    await expect(attention.evidence('purchases').getByRole('listitem')).toHaveText(
      /DigitalOcean\.com.*\$78\.00/,
    );
    const card = await attention.openEvidence('purchases');
    const [stored] = sandbox.store.cardsOf(sandbox.accounts.signal);
    expect(card.id()).toBe(stored?.cardId);
    await expect(card.main).toContainText(formatUsd(stored?.availableCents ?? -1));
  },
);

test('put aside with a note, a signal stays aside over a reload with its note, and “Show again” brings it back for good', async ({
  page,
  signIn,
  sandbox,
}) => {
  const kind: SignalKind = 'fee-drift';
  sandbox.seed({ scenario: 'signal', kind, raises: true });
  await signIn('signal');
  const attention = new NeedsAttention(page);
  const { sentence } = SENTENCES[kind];
  await expect(attention.sentences).toHaveText([sentence]);
  await attention.putAside('Asked support on Monday');
  await expect(attention.sentences).toHaveCount(0);
  await expect(attention.nothing).toBeVisible();
  await page.reload();
  await attention.showPutAside();
  await expect(attention.aside).toHaveCount(1);
  await expect(attention.aside).toContainText('a fee of $12.00');
  await expect(attention.aside).toContainText('“Asked support on Monday”');
  await expect(attention.sentences).toHaveCount(0);

  await attention.showAgain();
  await expect(attention.sentences).toHaveText([sentence]);
  await expect(attention.aside).toHaveCount(0);
  await page.reload();
  await expect(attention.sentences).toHaveText([sentence]);
});

test('what was put aside leaves no merchant and no amount on the device once its account is signed out', async ({
  page,
  signIn,
  sandbox,
}) => {
  const kind: SignalKind = 'unusual-amount';
  sandbox.seed({ scenario: 'signal', kind, raises: true });
  await signIn('signal');
  const attention = new NeedsAttention(page);
  await expect(attention.sentences).toHaveText([SENTENCES[kind].sentence]);
  await attention.putAside('known to me');
  await expect(attention.sentences).toHaveCount(0);
  await (await AccountMenu.open(page)).signOut();
  await SignInPage.shown(page);
  const { localStorage, sessionStorage, indexedDB } = await readStores(page);
  expect(localStorage).toContain('known to me');
  expect(localStorage + sessionStorage + indexedDB).not.toMatch(/digitalocean|\|7800\||\$78|unusual-amount/i);
});

// Signals of payments come from the browser's own journal: real orders raise them, and a real order does not.

/** The first-day agent's own wallet is the sandbox wallet's sixth. */
const OWN_WALLET = 5;

async function readyToPay(page: Page, wallet: SandboxWallet, own: boolean): Promise<OrderReview> {
  const order = await OrderPage.open(page);
  if (own) await wallet.useAccount(OWN_WALLET);
  const review = await order.review('50');
  await review.getReady();
  return review;
}

test('an order paid with the account’s own wallet, which brings its card, raises no signal', async ({
  page,
  wallet,
  signIn,
}) => {
  await signIn('firstDay');
  await (await (await readyToPay(page, wallet, true)).pay()).transaction();
  await OverviewPage.open(page);
  const attention = new NeedsAttention(page);
  await expect(attention.nothing).toBeVisible();
  await expect(attention.sentences).toHaveCount(0);
});

test('other-payer: a card paid with another wallet than the account’s is reported there, with its evidence', async ({
  page,
  wallet,
  sandbox,
  signIn,
}) => {
  await signIn('firstDay');
  const review = await readyToPay(page, wallet, false);
  const payer = shortAddress(await wallet.firstAddress());
  await (await review.pay()).transaction();
  await OverviewPage.open(page);
  await (await AccountMenu.open(page)).chooseAccount(new RegExp(sandbox.accounts.firstDay.slice(-4)));
  const owner = shortAddress(sandbox.accounts.firstDay);
  const attention = new NeedsAttention(page);
  await expect(attention.sentences).toHaveText([
    new RegExp(`^A U\\.S\\. card of 50\\.00 USDC was paid by ${payer} while ${owner} was on screen\\.$`, 'i'),
  ]);
  await attention.region.getByRole('button', { name: 'Evidence' }).click();
  await expect(attention.region.getByRole('link', { name: 'Open Payments' })).toBeVisible();
});

test('paid-not-delivered: an order that brings nothing after its payment is reported', async ({
  page,
  wallet,
  sandbox,
  signIn,
}) => {
  await signIn('firstDay');
  const review = await readyToPay(page, wallet, true);
  sandbox.faults.add({
    route: 'get-card',
    when: 'payment',
    times: 1,
    kind: 'second-challenge',
    settled: true,
  });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  await expect((await PaymentsPage.open(page)).withOutcome('Paid, not delivered')).toHaveCount(1);
  await OverviewPage.open(page);
  await expect(new NeedsAttention(page).sentences).toHaveText([
    '50.00 USDC was paid, and nothing was delivered.',
  ]);
});
