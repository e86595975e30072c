/** For tests of the export: seeded accounts of the sandbox, read and put together as the Activity page does, with payments and codes of this browser. */
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import type { Card } from '#domain/card.ts';
import { filterActivity, NO_FILTERS } from '#features/activity/activity-filters.ts';
import { paymentThrough } from '#testing/payment-row.ts';
import { readWithdrawals } from '#laso/get-withdrawal-status.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { dashboardClient, readCards } from '#sandbox/testing/read-as-dashboard.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { BOOKS } from '../pages/activity-books.ts';
import { activityOf, type Known } from '../pages/activity-of.ts';

const NOW = Date.UTC(2026, 10, 21, 12, 7);
const HOUR_MS = 3_600_000;
export const PAID_OUT = `0x${'ab'.repeat(32)}`;
export const PAID_IN = `0x${'cd'.repeat(32)}`;
/** Paid for the direct purchases of `keptItems`, in cents. */
export const DIRECT_CENTS = 2_620 + 2_500 + 10_000;

/** Ten agents, one with cards of every status, and one with lines of every kind, unread ones too (`signal`'s account). */
export async function seededWorlds(): Promise<Sandbox> {
  const sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'ten',
    solana: false,
    now: () => NOW,
  });
  sandbox.seed({ scenario: 'every-status' });
  sandbox.seed({ scenario: 'card-lines' }, sandbox.accounts.signal);
  return sandbox;
}

export function addWithdrawals({ store }: Sandbox, owner: string): void {
  const add = (amountCents: number, hoursAgo: number) =>
    store.withdrawals.add({ owner, amountCents, address: owner }, NOW - hoursAgo * HOUR_MS);
  Object.assign(add(1_234, 50), { state: 'completed', transaction: PAID_OUT });
  Object.assign(add(500, 40), { state: 'failed' });
  add(766, 1).dueAt = Infinity;
}

interface World {
  cards: Card[];
  items: ActivityItem[];
}

/** What Activity shows of these accounts, unfiltered. */
export async function readWorld(sandbox: Sandbox, owners: readonly string[]): Promise<World> {
  const accounts = owners.map(accountIdOf);
  const cards = (await Promise.all(owners.map((owner) => readCards(sandbox, owner)))).flat();
  const histories = await Promise.all(
    accounts.map((account) => readWithdrawals(dashboardClient(sandbox, account), account)),
  );
  const known: Known = {
    accounts,
    cards,
    payments: accounts.flatMap((account) => rowsOf(account, cards)).map((row) => ({ kind: 'row', row })),
    giftCards: accounts.flatMap(keptItems),
    transfers: accounts.flatMap(keptItems),
    reveals: accounts.map((accountId) => [{ accountId, cardId: 'card_1', action: 'number', atMs: NOW }]),
    withdrawn: histories.map(({ withdrawals }) => withdrawals),
    sessions: accounts.map((accountId) => ({
      accountId,
      userId: accountId,
      tokens: null,
      keep: false,
      signedInAtMs: NOW,
    })),
  };
  const items = activityOf(known, BOOKS);
  return { cards, items: filterActivity(items, NO_FILTERS, () => false) };
}

/** A gift card with a fee, one in euros, a transfer. */
function keptItems(account: AccountId): VaultItem[] {
  const kept = (
    kind: VaultItem['kind'],
    name: string,
    paidUsdcAtomic: string,
    currency: string,
  ): VaultItem => ({
    id: `${name}-${account}`,
    account,
    kind,
    label: name,
    amount: { units: kind === 'transfer' ? 9_541 : 2_500, exponent: 2, currency },
    details: { paidUsdcAtomic },
    boughtAtMs: NOW - 30 * HOUR_MS,
    savedAtMs: null,
    usedAtMs: null,
    doneAtMs: null,
  });
  return [
    kept('gift-card', 'Amazon', '26200000', 'USD'),
    kept('gift-card', 'Zalando', '25000000', 'EUR'),
    kept('transfer', 'Push', '100000000', 'USD'),
  ];
}

/** The payments of the kept items and of one card, and some that brought nothing. */
function rowsOf(accountId: AccountId, cards: readonly Card[]): PaymentSummary[] {
  const row = (
    id: string,
    states: Parameters<typeof paymentThrough>[0],
    more: Partial<PaymentSummary> = {},
  ) => paymentThrough(states, { id: `${id}-${accountId}`, accountId, payer: accountId, ...more });
  const gift = { product: { kind: 'gift-card', amountCents: 2_500 }, transaction: PAID_IN };
  const listed = cards.find((card) => card.accountId === accountId && card.type === 'us');
  return [
    row('Amazon', ['sent', 'delivered'], { ...gift, amountAtomic: '26200000' }),
    row('Zalando', ['sent', 'unknown', 'paid-not-delivered'], { ...gift, amountAtomic: '25000000' }),
    row('auth', ['sent', 'delivered'], { product: { kind: 'auth', amountCents: 0 }, amountAtomic: '1000' }),
    row('lost', ['sent', 'unknown', 'paid-not-delivered']),
    row('open', ['sent', 'unknown']),
    row('never', ['signing', 'not-charged']),
    ...(listed
      ? [
          row('card', ['sent', 'delivered'], {
            cardId: listed.id,
            transaction: PAID_IN,
            amountAtomic: String((listed.usdAmountCents ?? 0) * 10_000),
          }),
        ]
      : []),
  ];
}
