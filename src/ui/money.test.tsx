import { render } from '@testing-library/react';
import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { formatUsd } from '#domain/money.ts';
import { Money } from './money.tsx';
import { UsdcAmount } from './usdc-amount.tsx';

const textOf = (element: React.ReactElement) => render(element).container.textContent;

test('the text of an amount is the whole amount, whatever its pieces look like', () => {
  assert(
    property(integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
      expect(textOf(<Money cents={cents} />)).toBe(formatUsd(cents));
    }),
    { numRuns: 60 },
  );
});

test('a negative amount has the minus sign, not a hyphen', () => {
  expect(textOf(<Money cents={-1_205} />)).toBe('\u2212$12.05');
});

test('zero is $0.00 and never carries a sign', () => {
  expect(textOf(<Money cents={0} signed />)).toBe('$0.00');
});

test('money that came in has a plus where movements are listed', () => {
  expect(textOf(<Money cents={1_450} signed tone="positive" />)).toBe('+$14.50');
});

test('an unknown amount is a dash with its reason, never a zero', () => {
  const { container, getByTitle } = render(<Money cents={null} reason="Laso has not told the balance" />);
  expect(getByTitle('Laso has not told the balance')).toBeTruthy();
  expect(container.textContent).toBe('—Laso has not told the balance');
});

test('another currency is named after the amount', () => {
  expect(textOf(<Money cents={123_450} currency="EUR" />)).toBe('1,234.50 EUR');
});

test('USDC keeps every digit that counts', () => {
  expect(textOf(<UsdcAmount atomic={50_000_000n} />)).toBe('50.00 USDC');
  expect(textOf(<UsdcAmount atomic={1_000n} />)).toBe('0.001 USDC');
});
