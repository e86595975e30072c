import { render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { ConfigContext } from '#config/config-context.ts';
import { parseConfig } from '#config/config-schema.ts';
import { summaryOf, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { reviewOf } from '#payments/testing/order-builders.ts';
import shipped from '../../../laso.config.json' with { type: 'json' };
import { OrderOutcome } from './order-outcome.tsx';
import { usCardProduct } from './us-card-product.ts';

function textOf(changes: Partial<PaymentSummary>, came = false): string {
  const row: PaymentSummary = { ...summaryOf(rowOf(reviewOf(), 1)), state: 'paid-not-delivered', ...changes };
  const { container } = render(
    <ConfigContext value={parseConfig(shipped)}>
      <MemoryRouter>
        <OrderOutcome
          row={row}
          words={usCardProduct.words({ kind: 'us-card', amountCents: 5_000 }, 50_000_000n, null)}
          timeline={null}
          came={came}
        />
      </MemoryRouter>
    </ConfigContext>,
  );
  return (container.textContent ?? '').replaceAll(/\s+/g, ' ');
}

test('A14: where nobody could look, it is not known whether the card was made', () => {
  const text = textOf({
    reason: 'Paid on chain. Sign in with the wallet that paid to see whether the order was made.',
  });
  expect(text).toMatch(
    /You paid 50\.00 USDC\. It is not known whether the card was made\..*Sign in with the wallet/,
  );
  expect(text).not.toMatch(/no card came/);
});

test('A14: that no card came is said where Laso’s list was read and shows none', () =>
  expect(textOf({ listedNone: true })).toMatch(/You paid 50\.00 USDC, and no card came\./));

test('what came and could not be kept is said to have come', () =>
  expect(textOf({ listedNone: true }, true)).toMatch(/and the card arrived, but could not be kept here/));
