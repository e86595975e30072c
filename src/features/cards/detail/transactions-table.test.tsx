import { render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { testCard } from '#testing/card.ts';
import type { Transaction } from '#domain/transaction.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { CardFacts } from './card-facts.tsx';
import { cardRows } from '../list/card-rows.ts';
import { CardTable } from '../list/card-table.tsx';
import { totalsOf } from '#domain/spend.ts';
import { TransactionsTable } from './transactions-table.tsx';

const EMPTY = 'Nothing has been bought with this card so far.';
const LOAD: Transaction = {
  key: 'load',
  amountCents: 5_000,
  kind: 'load',
  description: 'wegiftusd - 70415520931',
  when: { kind: 'day', day: '2026-11-04', clock: '09:12' },
  status: null,
};
const COFFEE = {
  key: 'u',
  when: { kind: 'day', day: '2026-11-06' },
  text: 'amount “12,50” · COFFEE',
} as const;

const shown = (given: Parameters<typeof testCard>[0]) => {
  const { transactions, unreadLines } = testCard(given);
  return renderWithProviders(<TransactionsTable {...{ transactions, unreadLines }} empty={EMPTY} />);
};

test('the load is told as such, with the time it was written with, leads to no merchant, and nothing was bought', () => {
  const { getByRole, queryByRole, getByText } = shown({ transactions: [LOAD] });
  const row = getByRole('row', { name: /Card loaded/ });
  expect(row.textContent).toContain('Nov 4, 2026, 9:12 AM');
  expect(row.textContent).toContain('+$50.00');
  expect(queryByRole('link')).toBeNull();
  expect(getByText(EMPTY).textContent).toBe(EMPTY);
});

test('lines that could not be read are counted and shown with their text, and the card is not said to be unused', () => {
  const { getByRole, queryByText } = shown({
    transactions: [LOAD],
    unreadLines: [COFFEE, { ...COFFEE, key: 'v', text: 'no amount' }],
  });
  const unread = getByRole('region', { name: 'Lines that could not be read' });
  expect(unread.textContent).toContain('2 lines could not be read');
  expect(unread.textContent).toContain('amount “12,50” · COFFEE');
  expect(unread.textContent).toContain('Nov 6, 2026');
  expect(queryByText(EMPTY)).toBeNull();
});

test('what was spent says what it lacks, on the card and in the table of cards, where the text of such a line is found', () => {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  const card = testCard({ transactions: [LOAD], unreadLines: [COFFEE] });
  const facts = render(<CardFacts card={card} />);
  expect(facts.container.textContent).toContain('$0.00without 1 line that could not be read');
  const rows = cardRows([card], {}, String);
  const table = renderWithProviders(
    <CardTable
      rows={rows}
      totals={totalsOf([card])}
      withAccounts={false}
      sort="ordered-desc"
      onSort={() => undefined}
    />,
  );
  expect(table.container.textContent).toContain('1 line unread');
  expect(rows[0]?.haystack).toContain('coffee');
  expect(rows[0]?.haystack).not.toContain('wegiftusd');
});
