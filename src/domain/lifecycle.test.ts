import { describe, expect, test } from 'vitest';
import type { Card } from './card.ts';
import { lifecycleOf } from './lifecycle.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from './transaction.ts';

const line = (day: string, given: Partial<Transaction> = {}): Transaction => ({
  key: day,
  amountCents: 500,
  kind: 'purchase',
  description: `Shop of ${day}`,
  when: { kind: 'day', day },
  status: null,
  ...given,
});

/** "Ordered ✓ · Issued ✓ · In use …": labels and states in short. */
const MARKS = { done: '✓', current: '…', todo: '·', failed: '✗' };
const told = (given: Partial<Card>): string =>
  lifecycleOf(testCard(given))
    .map(({ label, state }) => `${label} ${MARKS[state]}`)
    .join(', ');

const lines = [line('2026-03-02'), line('2026-03-01'), line('2026-03-09')];

describe('a U.S. card', () => {
  test.each<[string, Partial<Card>, string]>([
    ['pending', { status: 'pending', last4: null }, 'Ordered ✓, Being issued …, Ready to use ·'],
    ['ready and unused', {}, 'Ordered ✓, Issued ✓, Ready to use …, Used up ·'],
    [
      'ready and in use',
      { transactions: lines },
      'Ordered ✓, Issued ✓, First purchase ✓, In use …, Used up ·',
    ],
    [
      'depleted',
      { status: 'depleted', availableCents: 0, transactions: lines },
      'Ordered ✓, Issued ✓, First purchase ✓, Used up ✓',
    ],
    [
      'depleted without a told purchase',
      { status: 'depleted', availableCents: 0 },
      'Ordered ✓, Issued ✓, Used up ✓',
    ],
  ])('that is %s', (_what, given, steps) => expect(told(given)).toBe(steps));

  test('was first used at the oldest purchase and emptied by the newest, whatever their order', () => {
    const steps = lifecycleOf(testCard({ status: 'depleted', availableCents: 0, transactions: lines }));
    expect(steps.find(({ key }) => key === 'first-purchase')).toMatchObject({
      when: { kind: 'day', day: '2026-03-01' },
      detail: 'Shop of 2026-03-01',
    });
    expect(steps.at(-1)?.when).toEqual({ kind: 'day', day: '2026-03-09' });
  });

  test('that has only its load is unused, and was issued when that came', () => {
    const steps = lifecycleOf(testCard({ transactions: [line('2026-02-28', { kind: 'load' })] }));
    expect(steps).toMatchObject([
      {},
      { label: 'Issued', when: { day: '2026-02-28' } },
      { label: 'Ready to use', detail: 'Nothing has been bought with it so far.' },
      {},
    ]);
  });

  test('that was used at a time Laso does not tell is in use', () => {
    expect(told({ transactions: [line('', { when: null })] })).toBe(
      'Ordered ✓, Issued ✓, In use …, Used up ·',
    );
  });

  test('with lines that could not be read is not said to be unused, nor when it was first used or emptied', () => {
    const unreadLines = [{ key: 'u', when: null, text: 'no amount' }];
    expect(lifecycleOf(testCard({ unreadLines }))).toMatchObject([
      {},
      {},
      { label: 'Ready to use', detail: expect.stringContaining('could not be read') },
      {},
    ]);
    const used = testCard({ unreadLines, transactions: lines, status: 'depleted', availableCents: 0 });
    expect(lifecycleOf(used)).toMatchObject([
      {},
      {},
      { label: 'First purchase that could be read' },
      { label: 'Used up', when: null },
    ]);
  });

  test('that was only tried or credited has not been used', () => {
    const tried = [line('2026-03-01', { status: 'declined' }), line('2026-03-02', { kind: 'refund' })];
    expect(told({ transactions: tried })).toContain('Ready to use …');
  });
});

describe('an international card', () => {
  const intl = (given: Partial<Card>) => told({ type: 'intl', last4: null, availableCents: null, ...given });
  test.each<[string, Partial<Card>, string]>([
    ['queued', { status: 'queued' }, 'Ordered ✓, Queued …, Ready to use ·'],
    ['redeemable', { status: 'ready', last4: '4444' }, 'Ordered ✓, Issued ✓, Ready to use …, Complete ·'],
    [
      'complete',
      { status: 'complete', last4: '4444', transactions: lines },
      'Ordered ✓, Issued ✓, First purchase ✓, Complete ✓',
    ],
    ['asked to be refunded', { status: 'refund-requested' }, 'Ordered ✓, Refund requested …, Refunded ·'],
    ['refunded', { status: 'refunded' }, 'Ordered ✓, Refund requested ✓, Refunded ✓'],
    [
      'archived after use',
      { status: 'archived', transactions: lines },
      'Ordered ✓, Issued ✓, First purchase ✓, Archived ✓',
    ],
    ['archived and never seen', { status: 'archived' }, 'Ordered ✓, Archived ✓'],
  ])('that is %s', (_what, given, steps) => expect(intl(given)).toBe(steps));

  test('with a changed id says so at the step where it was issued', () => {
    const steps = lifecycleOf(testCard({ type: 'intl', queuedOrderCardId: 'queue_1' }));
    expect(steps.find(({ key }) => key === 'issued')?.detail).toContain('ordered under');
  });

  test('with an approved refund says so', () => {
    const steps = lifecycleOf(
      testCard({ type: 'intl', status: 'refund-requested', state: 'refund-requested-approved-for-queue' }),
    );
    expect(steps.find(({ key }) => key === 'refund-requested')?.detail).toContain('Approved');
  });
});

test('an undocumented state is shown in Laso’s own word, after the known steps', () => {
  expect(told({ status: 'unknown', rawStatus: 'frozen-by-issuer', transactions: lines })).toBe(
    'Ordered ✓, First purchase ✓, frozen-by-issuer …',
  );
  expect(told({ status: 'unknown', rawStatus: '', type: 'other' })).toBe('Ordered ✓, Unknown …');
});
