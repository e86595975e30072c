import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { testCard } from '#domain/test-card.ts';
import type { Transaction } from '#domain/transaction.ts';
import { NewestTransactions, newestTransactions } from './newest-transactions.tsx';

const bought = (key: string, when: Transaction['when']): Transaction => ({
  key,
  amountCents: 100,
  direction: 'debit',
  description: key,
  when,
  status: null,
});

const card = (id: string, transactions: Transaction[]) => testCard({ id, last4: null, transactions });

const day = (text: string): Transaction['when'] => ({ kind: 'day', day: text });

test('the newest of all cards come first, undated ones last, and no more than asked for', () => {
  const cards = [
    card('a', [bought('old', day('2025-01-01')), bought('undated', null)]),
    card('b', [bought('new', day('2025-03-01')), bought('middle', day('2025-02-01'))]),
  ];
  const keys = (limit: number) => newestTransactions(cards, limit).map(({ transaction }) => transaction.key);
  expect(keys(10)).toEqual(['new', 'middle', 'old', 'undated']);
  expect(keys(2)).toEqual(['new', 'middle']);
  expect(newestTransactions(cards, 1)[0]?.card.id).toBe('b');
});

test('a day is said once, above what was bought on it', () => {
  const cards = [
    card('a', [bought('one', day('2025-01-15')), bought('two', day('2025-01-14'))]),
    card('b', [bought('three', day('2025-01-15')), bought('four', null)]),
  ];
  render(
    <NewestTransactions cards={cards} limit={10} renderAmount={() => null} renderCard={(one) => one.id} />,
  );
  const days = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
  expect(days).toEqual(['Wednesday, January 15, 2025', 'Tuesday, January 14, 2025', 'Date not told']);
  expect(screen.getAllByRole('listitem')).toHaveLength(4);
});

test('without any, it says what will show here', () => {
  render(
    <NewestTransactions
      cards={[card('a', [])]}
      limit={3}
      renderAmount={() => null}
      renderCard={() => null}
    />,
  );
  expect(screen.getByText('No transactions yet')).toBeTruthy();
});
