import type { Page } from '@playwright/test';
import type { UsCard } from '#sandbox/store/stored-card.ts';
import { expect, test as base } from './fixtures.ts';
import type { LoggedRequest, NetworkLog } from './network-log.ts';
import { CardPage } from './pages/card-page.ts';

const readsOf = (network: NetworkLog, card: UsCard) =>
  network.requests.filter(
    ({ url, method }) => method === 'GET' && url.includes(`/get-card-data?card_id=${card.cardId}`),
  );

interface Pending {
  stored: UsCard;
  card: CardPage;
  /** What the page has asked about this card so far. */
  reads: () => LoggedRequest[];
}

const test = base.extend<{
  /** Signs in and opens a card that was just ordered. It stays pending until the test changes `readyAt`. */
  openPending: () => Promise<Pending>;
}>({
  openPending: async ({ page, sandbox, signIn, network }, provide) =>
    provide(async () => {
      await signIn('busy');
      const stored = sandbox.store.orderUsCard(sandbox.accounts.busy, 2_500);
      stored.readyAt = Infinity;
      const card = await CardPage.open(page, stored.cardId);
      return { stored, card, reads: () => readsOf(network, stored) };
    }),
});

const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    window.dispatchEvent(new Event('visibilitychange'));
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);

test('a pending card shows its stages and seconds, is asked about every 2 to 3 s, and is ready by itself', async ({
  openPending,
}) => {
  const { stored, card, reads } = await openPending();
  const stages = card.main.getByRole('list', { name: 'Progress of the order' });
  await expect(stages.getByRole('listitem')).toHaveText([
    /Ordered and paid/,
    /issuing the card.*[1-9]\d* s so far/,
    /Ready to use/,
  ]);
  await expect(card.main).not.toContainText('This is taking longer than it should.');
  await expect.poll(() => reads().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(4);
  const times = reads().map(({ atMs }) => atMs);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  // A shared machine may be late; it is never early.
  for (const gap of gaps) {
    expect(gap).toBeGreaterThanOrEqual(2_000);
    expect(gap).toBeLessThanOrEqual(4_500);
  }
  stored.readyAt = Date.now();
  await expect(card.button('Reveal card number')).toBeVisible({ timeout: 6_000 });
  await expect(card.heading).toContainText(stored.number.slice(-4));
  await expect(card.main.getByText('Status: Ready')).toBeAttached();
});

test('after 30 s the page says whom to ask and which card, and asks more slowly', async ({
  page,
  sandbox,
  openPending,
}) => {
  await page.clock.install();
  const { stored, card, reads } = await openPending();
  await expect(card.main).toContainText('issuing the card');
  await page.clock.fastForward(31_000);
  const notice = card.main.getByRole('status').filter({ hasText: 'This is taking longer than it should.' });
  await expect(notice).toContainText(stored.cardId);
  await expect(notice).toContainText(sandbox.config.supportEmail);
  await expect(notice.getByRole('link')).toHaveAttribute('href', `mailto:${sandbox.config.supportEmail}`);

  // The jump itself set off a read; from there on 9 seconds hold at most one more, where a fresh card has
  // three.
  await expect(card.main).toContainText(/Updated [0-3] s ago/);
  const before = reads().length;
  for (let second = 0; second < 9; second += 1) {
    await page.clock.runFor(1_000);
    await expect(card.main).toContainText(/s ago/);
  }
  expect(reads().length).toBeLessThanOrEqual(before + 1);
  await page.clock.runFor(3_000);
  await expect.poll(() => reads().length).toBeGreaterThan(before);
});

test('a card that was ordered before this page was opened is as old as Laso says', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const stuck = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find((one) => one.type === 'us' && one.readyAt === Infinity);
  // Asked alone, Laso tells nothing but its id and status.
  const card = await CardPage.open(page, stuck?.cardId ?? '');
  await expect(card.main).toContainText(/26 min \d+ s so far/);
  await expect(card.main).toContainText('This is taking longer than it should.');
});

test('a hidden tab does not ask; it asks at once when it is looked at again', async ({
  page,
  openPending,
}) => {
  await page.clock.install();
  const { card, reads } = await openPending();
  await expect.poll(() => reads().length).toBeGreaterThanOrEqual(1);
  await expect(card.main).toContainText('issuing the card');
  await setHidden(page, true);
  const before = reads().length;
  await page.clock.runFor(12_000);
  expect(reads().length).toBe(before);
  await setHidden(page, false);
  await expect.poll(() => reads().length).toBeGreaterThan(before);
});

test('too many requests (429) are answered by waiting as long as Laso asks', async ({
  page,
  sandbox,
  openPending,
}) => {
  await page.clock.install();
  const { card, reads } = await openPending();
  await expect(card.main).toContainText('issuing the card');
  sandbox.faults.add({ route: 'get-card-data', kind: 'rate-limited', ms: 40_000 });
  await page.clock.runFor(3_000);
  await expect(card.main.getByRole('alert')).toContainText('Too many requests for now.');
  const before = reads().length;
  await page.clock.runFor(30_000);
  await setHidden(page, true);
  await setHidden(page, false);
  expect(reads().length).toBe(before);
  await page.clock.runFor(12_000);
  await expect.poll(() => reads().length).toBe(before + 1);
  await expect(card.main.getByRole('alert')).toHaveCount(0);
});

for (const [status, kind, words] of [
  [401, 'expired-token', /session/i],
  [403, 'frozen', /frozen/i],
  [404, 'not-found', /does not know/i],
] as const) {
  test(`a ${status} ends the asking and says so`, async ({ page, sandbox, openPending }) => {
    await page.clock.install();
    const { card, reads } = await openPending();
    await expect(card.main).toContainText('issuing the card');
    sandbox.faults.add({ route: 'get-card-data', kind, times: 50 });
    await page.clock.runFor(3_000);
    await expect(card.main.getByRole('alert').first()).toContainText(words);
    // What was known stays.
    await expect(card.main).toContainText('issuing the card');
    const before = reads().length;
    await page.clock.runFor(90_000);
    expect(reads().length).toBe(before);
  });
}
