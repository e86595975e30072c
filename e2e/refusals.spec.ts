import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { REFUSAL_STATUSES, type RefusalStatus } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { BalancePage } from './pages/balance-page.ts';
import { CardPage } from './pages/card-page.ts';
import { usCardOf } from './us-card-of.ts';
import { WalletSignIn } from './pages/wallet-sign-in.ts';

// Six refusals a test, each with the page loaded again.
test.describe.configure({ timeout: 90_000 });

/**
 * Every refusal of every route that a person can meet: its own sentence, Laso's words, and never a word too
 * much.
 */
type Sentences = Partial<Record<RefusalStatus, string>>;

const WORDS = 'Words of Laso';

/** More often than the repeat after a 401 and the reads of other parts of the page take. */
function refuse(sandbox: Sandbox, route: string, status: RefusalStatus): void {
  sandbox.faults.clear();
  sandbox.faults.add({ route, kind: 'refused', status, message: WORDS, times: 50 });
}

const statusesOf = (sentences: Sentences): RefusalStatus[] =>
  REFUSAL_STATUSES.filter((status) => sentences[status] !== undefined);

/** Laso's words are quoted, but for a session: there they are a code. */
async function expectSentence(page: Page, status: RefusalStatus, sentences: Sentences): Promise<string> {
  const alert = page
    .getByRole('main')
    .getByRole('alert')
    .filter({ hasText: sentences[status] ?? '' });
  await expect(alert).toBeVisible();
  if (status !== 401) await expect(alert).toContainText(`Laso says: “${WORDS}`);
  return alert.innerText();
}

interface Read {
  route: string;
  /** What the sentence says could not be read. */
  what: (status: RefusalStatus) => string;
  path: (sandbox: Sandbox, status: RefusalStatus) => string;
  /** Where a status is an answer: nothing there yet. */
  instead?: Sentences;
}

const READS: Read[] = [
  { route: 'get-card-data', what: () => 'This card', path: (sandbox) => `/cards/${usCardOf(sandbox)}` },
  {
    route: 'get-account-balance',
    what: () => 'The balance',
    path: () => '/balance',
    instead: { 404: 'Available balance$0.00' },
  },
  {
    route: 'get-withdrawal-status',
    what: () => 'The withdrawals',
    path: () => '/balance',
    instead: { 404: 'No withdrawals yet' },
  },
  { route: 'search-gift-cards', what: () => 'The catalog', path: () => '/gift-cards' },
  {
    route: 'search-merchants',
    what: (status) => `What Laso knows about “shop ${status}”`,
    path: (_sandbox, status) => `/merchants?q=shop%20${status}`,
  },
];

const READ_TITLES: Record<RefusalStatus, string> = {
  400: 'Laso did not accept the request.',
  401: 'Laso did not accept this session.',
  403: 'Laso refused this.',
  404: 'Laso does not know this.',
  409: 'Laso is already working on this.',
  429: 'Too many requests for now.',
};

for (const { route, what, path, instead = {} } of READS)
  test(`GET /${route}: each refusal is its own sentence`, async ({ page, sandbox, signIn }) => {
    await signIn('busy');
    for (const status of REFUSAL_STATUSES) {
      refuse(sandbox, route, status);
      await page.goto(path(sandbox, status));
      const other = instead[status];
      if (other === undefined) {
        const text = await expectSentence(page, status, READ_TITLES);
        expect(text).toContain(`${what(status)} could not be read.`);
        // Nothing of it is the reader's input.
        expect(text).not.toContain('Check what you entered');
      } else {
        await expect(page.getByRole('main')).toContainText(other);
        await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
      }
    }
  });

test('POST /refresh-card-data: each refusal is its own sentence', async ({ page, sandbox, signIn }) => {
  const sentences: Sentences = {
    400: 'Laso did not accept the request to refresh this card.',
    401: 'Laso did not accept this session, so the balance was not refreshed.',
    403: 'This card belongs to another account.',
    404: 'Laso does not know this card.',
    409: 'The balance of this card is being refreshed already.',
    429: 'Too many requests for now.',
  };
  await signIn('busy');
  const card = await CardPage.open(page, usCardOf(sandbox));
  for (const status of statusesOf(sentences)) {
    refuse(sandbox, 'refresh-card-data', status);
    await card.refreshBalance();
    await expectSentence(page, status, sentences);
  }
});

test('POST /cancel-intl-order: each refusal is its own sentence', async ({ page, sandbox, signIn }) => {
  const sentences: Sentences = {
    400: 'This order is no longer queued, so it cannot be canceled.',
    401: 'Laso did not accept this session.',
    403: 'This order belongs to another account.',
    404: 'Laso does not know this order.',
    409: 'This order is no longer queued, so it cannot be canceled.',
    429: 'Too many requests for now.',
  };
  await signIn('busy');
  const queued = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'intl')
    .find((one) => one.type === 'intl' && one.state === 'queued');
  const card = await CardPage.open(page, queued?.cardId ?? '');
  for (const status of statusesOf(sentences)) {
    refuse(sandbox, 'cancel-intl-order', status);
    await card.button('Cancel order').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
    await expectSentence(page, status, sentences);
  }
  expect(sandbox.store.card(queued?.cardId ?? '')).toMatchObject({ state: 'queued' });
});

// Each may be the answer to a second try, and is certain a minute later: balance-gateway.spec.ts.
test('POST /withdraw: each refusal is its own sentence', async ({ page, sandbox, signIn }) => {
  const sentences: Sentences = {
    400: 'Laso did not accept this withdrawal.',
    401: 'Laso did not accept this session.',
    403: 'Laso refused this withdrawal.',
    404: 'Laso answered that this account has no balance to withdraw from.',
    409: 'Laso is already working on a withdrawal.',
    429: 'Laso asks to wait before the next withdrawal.',
  };
  await page.clock.install();
  await signIn('second');
  const balance = await BalancePage.open(page);
  for (const status of statusesOf(sentences)) {
    refuse(sandbox, 'withdraw', status);
    await balance.withdraw('1');
    expect(await expectSentence(page, status, sentences)).not.toContain('Nothing was withdrawn.');
    await page.clock.fastForward(61_000);
    await expect(balance.main.getByRole('alert')).toContainText('Nothing was withdrawn.');
    await expectSentence(page, status, sentences);
  }
  expect(sandbox.store.withdrawals.of(sandbox.accounts.second)).toEqual([]);
});

const ORDERS = [
  ['get-card', '/order/us-card', '50'],
  ['order-intl-card', '/order/intl-card', '250'],
  ['order-gift-card', '/gift-cards/amazon-us', '50'],
  ['get-push-to-card', '/push-to-card', '100'],
] as const;

const ORDER_SENTENCES: Record<RefusalStatus, string> = {
  400: 'Laso does not accept this order. Nothing was paid. Change it and try again.',
  401: 'Laso refused this order (401). Nothing was paid.',
  403: 'Laso refused this order (403). Nothing was paid.',
  404: 'Laso does not know what was ordered (404). Nothing was paid.',
  409: 'Laso is still working on an earlier request (409). Nothing was paid.',
  429: 'Too many requests: Laso asks you to wait. Nothing was paid.',
};

for (const [route, path, amount] of ORDERS)
  test(`GET /${route}: each refusal is its own sentence, and nothing is signed`, async ({
    page,
    sandbox,
    signIn,
    wallet,
  }) => {
    await signIn('busy');
    await page.goto(path);
    await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
    for (const status of REFUSAL_STATUSES) {
      refuse(sandbox, route, status);
      await page.getByRole('button', { name: 'Review order' }).click();
      const text = await expectSentence(page, status, ORDER_SENTENCES);
      expect(text).toContain(`Laso says: “${WORDS}”`);
    }
    expect(wallet.signatureRequests()).toBe(0);
  });

for (const status of [400, 401] as const)
  test(`POST /auth: a refresh token that is refused (${status}) ends the session with a sentence`, async ({
    page,
    sandbox,
    signIn,
  }) => {
    await signIn('busy');
    sandbox.faults.add({ route: 'auth', method: 'POST', kind: 'refused', status, times: 50 });
    sandbox.faults.add({ route: '*', method: 'GET', kind: 'expired-token', times: 50 });
    await page.goto('/balance');
    await expect(page.getByRole('alert').first()).toContainText('The session of this account has ended.');
  });

test('GET /auth: a wallet’s sign-in that is refused says so, and nothing was signed', async ({
  page,
  sandbox,
  wallet,
}) => {
  const sentences: Sentences = {
    400: 'Laso did not accept the request.',
    403: 'Laso refused this.',
    404: 'Laso does not know this.',
    429: 'Too many requests for now.',
  };
  for (const status of statusesOf(sentences)) {
    refuse(sandbox, 'auth', status);
    await WalletSignIn.connect(page);
    await expectSentence(page, status, sentences);
  }
  expect(wallet.signatureRequests()).toBe(0);
});
