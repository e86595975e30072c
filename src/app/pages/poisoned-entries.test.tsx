import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import type { Signal } from '#domain/signals/signal.ts';
import { totalsOf } from '#domain/spend.ts';
import { testActivity } from '#testing/activity.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from '#domain/transaction.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { ActivityList } from '#features/activity/activity-list.tsx';
import { AlertHistory } from '#features/alerts/alert-history.tsx';
import { AlertNotices } from '#features/alerts/alert-notices.tsx';
import { WithdrawalsTable } from '#features/balance/withdrawals-table.tsx';
import { CardList } from '#features/cards/list/card-list.tsx';
import { cardRows } from '#features/cards/list/card-rows.ts';
import { CardTable } from '#features/cards/list/card-table.tsx';
import { TransactionsTable } from '#features/cards/detail/transactions-table.tsx';
import { MerchantList } from '#features/merchants/merchant-list.tsx';
import { Dismissed } from '#features/overview/dismissed.tsx';
import { NeedsAttention } from '#features/overview/needs-attention.tsx';
import { TransferList } from '#features/push-to-card/transfer-list.tsx';
import { useAlerts, type StoredAlert } from '#storage/alerts.ts';
import type { VaultItem } from '#storage/vault-entry.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';

const ACCOUNT = accountIdOf('0xada');
const IDS = ['first', 'poisoned', 'third'] as const;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Three of them; what React is to draw of the second one cannot be drawn. */
function three<Entry extends object>(make: (id: string) => Entry, field: keyof Entry & string): Entry[] {
  return IDS.map((id) => {
    const entry = make(id);
    if (id === 'poisoned') Reflect.set(entry, field, { secret: '4111111111111111' });
    return entry;
  });
}

const activity = () =>
  three((id) => testActivity({ key: id, when: null, title: `Bought ${id}`, detail: null }), 'title');

const cards = () =>
  three((id) => testCard({ id, last4: null, status: 'unknown', rawStatus: 'on loan' }), 'rawStatus');

const signals = () =>
  three(
    (id): Signal => ({
      kind: 'stranded-money',
      id,
      parts: [id],
      level: 'notice',
      sentence: `Signal ${id}.`,
      cardIds: [],
      transactionKeys: [],
      paymentIds: [],
      transfers: [],
      support: null,
      amountCents: null,
    }),
    'sentence',
  );

const alerts = () =>
  three(
    (id): StoredAlert => ({
      id,
      kind: 'order',
      accountId: ACCOUNT,
      sentence: `Alert ${id}.`,
      atMs: 1,
      cardId: null,
      foundAtMs: 1,
      dismissed: false,
    }),
    'sentence',
  );

const noop = () => undefined;
const vault = { read: () => Promise.reject(new Error('not asked')), mark: () => Promise.resolve() };

const LISTS: Readonly<Record<string, () => ReactNode>> = {
  activity: () => <ActivityList items={activity()} />,
  'cards of the overview': () => <CardList cards={cards()} />,
  'the table of cards': () => (
    <CardTable
      rows={cardRows(cards(), {}, String)}
      totals={totalsOf([])}
      withAccounts={false}
      sort="ordered-desc"
      onSort={noop}
    />
  ),
  transactions: () => (
    <TransactionsTable
      transactions={three(
        (id): Transaction => ({
          key: id,
          amountCents: 100,
          kind: 'purchase',
          description: `Shop ${id}`,
          when: null,
          status: 'settled',
        }),
        'status',
      )}
      unreadLines={[]}
      empty=""
    />
  ),
  withdrawals: () => (
    <WithdrawalsTable
      withdrawals={three(
        (id): Withdrawal => ({
          id,
          amountCents: 100,
          asset: 'USDC',
          network: null,
          rawNetwork: null,
          state: 'unknown',
          rawState: id,
          address: null,
          requestedAtMs: null,
          txHash: null,
          txUrl: null,
        }),
        'rawState',
      )}
      destination={{ kind: 'untold', network: 'Solana' }}
      account={ACCOUNT}
    />
  ),
  merchants: () => (
    <MerchantList
      merchants={three(
        (id) => ({
          name: id,
          url: `${id}.example`,
          status: 'unknown' as const,
          otherStatus: null,
          restriction: null,
          description: null,
          notes: null,
        }),
        'url',
      )}
    />
  ),
  transfers: () => (
    <TransferList
      transfers={three(
        (id): VaultItem => ({
          id,
          account: id,
          kind: 'transfer',
          label: id,
          amount: null,
          details: {},
          boughtAtMs: 1,
          savedAtMs: null,
          usedAtMs: null,
          doneAtMs: null,
        }),
        'account',
      )}
      held={[]}
      vault={vault}
      onChanged={noop}
    />
  ),
  signals: () => (
    <NeedsAttention
      found={signals().map((signal) => ({ account: ACCOUNT, signal }))}
      unread={[]}
      hasLooked
      renderEvidence={() => null}
      renderAction={() => null}
      isPartial={false}
      isLooking={false}
    />
  ),
  'dismissed signals': () => (
    <Dismissed
      aside={signals().map((signal) => ({ account: ACCOUNT, signal, dismissal: { note: '', atMs: 1 } }))}
    />
  ),
  'the history of alerts': () => <AlertHistory accounts={[ACCOUNT]} />,
  'notices of alerts': () => <AlertNotices accounts={[ACCOUNT]} />,
};

test.each(Object.entries(LISTS))(
  'A5: of %s one entry that cannot be drawn says so, and the others stand',
  (_, list) => {
    useAlerts.setState({ byAccount: { [ACCOUNT]: { seen: {}, history: alerts() } } });
    const { container } = renderWithProviders(<>{list()}</>);
    expect(screen.getAllByText(/^This [\w ]+ cannot be shown\. The others are not affected\.$/)).toHaveLength(
      1,
    );
    expect(container.textContent).toMatch(/first/i);
    expect(container.textContent).toMatch(/third/i);
    expect(container.textContent).not.toMatch(/4111/);
  },
);

test('A5: in a table of one height the row that cannot be drawn keeps its place', () => {
  const { container } = renderWithProviders(<>{LISTS['the table of cards']?.()}</>);
  const rows = [...container.querySelectorAll<HTMLElement>('tbody tr')];
  expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4']);
  expect(new Set(rows.map(({ style }) => style.height)).size).toBe(1);
  expect(new Set(rows.map(({ style }) => style.top)).size).toBe(3);
});
