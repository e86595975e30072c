import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { priceDeviation } from '#payments/quote/price-rule.ts';
import { challengeWith } from '#payments/testing/order-builders.ts';
import { intlCardProduct } from './intl-card-product.ts';
import { PriceNotice, typedAsReviewed } from './price-notice.tsx';

/** An international card of $250 at this price. */
function quoteAt(amountAtomic: bigint) {
  const rule = intlCardProduct.price({ kind: 'intl-card', amountCents: 25_000 });
  const [offer = null] = challengeWith({ amount: String(amountAtomic) }).offers;
  return { deviation: priceDeviation(rule, amountAtomic), offer };
}
const show = (amountAtomic: bigint) =>
  render(<PriceNotice quote={quoteAt(amountAtomic)} typed="" onTyped={() => {}} />);

test.each([
  ['nothing on top', 250_000_000n, /for only 250\.00 USDC: 3\.7% less than usual/],
  ['2 % on top', 255_000_000n, /for only 255\.00 USDC: 1\.8% less than usual/],
])('a lower price is good news, and nothing has to be typed for it: %s', (_name, atomic, words) => {
  const { container } = show(atomic);
  expect(screen.getByRole('status').textContent).toMatch(words);
  expect(screen.getByRole('status').className).toContain('positive');
  expect(container.textContent).toContain('You pay the price shown here, never more.');
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(typedAsReviewed(quoteAt(atomic), '')).toBe(true);
});

test('a higher one is a caution, and the documented one says nothing', () => {
  const { unmount } = show(262_000_000n);
  expect(screen.getByRole('status').textContent).toContain('1.0% more than its published formula gives');
  expect(screen.getByRole('status').className).toContain('caution');
  unmount();
  expect(show(259_500_000n).container.textContent).toBe('');
});
