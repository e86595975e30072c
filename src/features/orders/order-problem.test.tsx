import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PaymentError } from '#payments/payment-error.ts';
import { OrderProblem } from './order-problem.tsx';

test('what the server says stands beside our sentence, as text', () => {
  const error = new PaymentError('bad-request', 'Laso does not accept this order. Nothing was paid.', {
    serverMessage: '<img src=x onerror=alert(1)> is not an amount',
  });
  const { container } = render(<OrderProblem error={error} />);
  expect(screen.getByRole('alert').textContent).toContain(
    'Laso says: “<img src=x onerror=alert(1)> is not an amount”',
  );
  expect(container.querySelector('img')).toBeNull();
});

test('how long to wait is said in words', () => {
  const wait = (retryAfterSec: number) => {
    const { unmount, container } = render(
      <OrderProblem error={new PaymentError('rate-limited', 'Too many requests.', { retryAfterSec })} />,
    );
    const text = container.textContent;
    unmount();
    return text;
  };
  expect(wait(1)).toContain('in 1 second.');
  expect(wait(42)).toContain('in 42 seconds.');
  expect(wait(301)).toContain('in 6 minutes.');
});

test('an error nobody foresaw shows no inner words', () => {
  render(<OrderProblem error={new TypeError('secret token abc at line 3')} />);
  const text = screen.getByRole('alert').textContent;
  expect(text).toContain('Nothing was paid, unless Payments lists it');
  expect(text).not.toContain('abc');
});

test('declining in the wallet is no alarm', () => {
  render(<OrderProblem error={new PaymentError('wallet-rejected', 'You declined. Nothing was paid.')} />);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('status').textContent).toContain('You declined');
});
