import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PaymentState } from '#payments/journal/payment-row.ts';
import { PaymentTimeline } from './payment-timeline.tsx';
import { paymentThrough } from '#testing/payment-row.ts';

/** "Sent to Laso (In progress)" for each step. */
function steps(states: readonly PaymentState[], reason: string | null = null): string[] {
  const { unmount } = render(<PaymentTimeline row={paymentThrough(states, { reason })} />);
  const list = screen.getByRole('list', { name: 'What happened' });
  const texts = within(list)
    .getAllByRole('listitem')
    .map((item) => (item.textContent ?? '').replace(/\).*$/, ')'));
  unmount();
  return texts;
}

test('a payment under way shows where it stands and what is still to come', () => {
  expect(steps(['quoted', 'signing'])).toEqual([
    'Price agreed (Done)',
    'Asked the wallet to sign (In progress)',
    'Signed, and kept on this device (Not yet)',
    'Sent to Laso (Not yet)',
    'Paid and delivered (Not yet)',
  ]);
});

test('a delivered payment is done in every step', () => {
  const all = steps(['quoted', 'signing', 'signed', 'sent', 'delivered']);
  expect(all).toHaveLength(5);
  expect(all.every((step) => step.endsWith('(Done)'))).toBe(true);
});

test('a payment that came to no good end promises nothing further', () => {
  expect(steps(['quoted', 'signing', 'not-charged'])).toEqual([
    'Price agreed (Done)',
    'Asked the wallet to sign (Done)',
    'Not charged (Done)',
  ]);
  expect(steps(['quoted', 'signing', 'signed', 'sent', 'unknown']).at(-1)).toBe('Outcome unknown (Failed)');
  expect(steps(['quoted', 'signing', 'signed', 'sent', 'paid-not-delivered']).at(-1)).toBe(
    'Paid, not delivered (Failed)',
  );
});

test('an unknown outcome that was cleared up later keeps both steps', () => {
  expect(steps(['quoted', 'signing', 'signed', 'sent', 'unknown', 'delivered']).slice(-2)).toEqual([
    'Outcome unknown (Done)',
    'Paid and delivered (Done)',
  ]);
});

test('why it ended as it did stands at the last step, as text', () => {
  const reason = 'Laso answered 500: “<img src=x onerror=alert(1)>”.';
  const states: PaymentState[] = ['quoted', 'signing', 'signed', 'sent', 'unknown'];
  const { container } = render(<PaymentTimeline row={paymentThrough(states, { reason })} />);
  expect(screen.getAllByRole('listitem').at(-1)?.textContent).toContain(reason);
  expect(container.querySelector('img')).toBeNull();
});
