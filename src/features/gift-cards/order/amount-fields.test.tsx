import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { AmountFields } from './amount-fields.tsx';
import { useAmountChoice } from './use-amount-choice.ts';

const PRODUCT: GiftCardProduct = {
  id: 'airbnb',
  name: 'Airbnb',
  description: null,
  category: null,
  country: null,
  currency: 'USD',
  exponent: 2,
  minUnits: 100,
  maxUnits: 50_000,
  incrementUnits: null,
  denominations: null,
  pictureUrl: null,
  brandDescription: null,
  redemptionInstructions: null,
};

function Form(props: {
  product?: Partial<GiftCardProduct>;
  wanted?: string;
  offered: string[];
  onOrder: (order: unknown) => void;
}) {
  const { wanted = '', offered } = props;
  const product = { ...PRODUCT, ...props.product };
  const choice = useAmountChoice(product, { wanted, offered });
  return (
    <>
      <AmountFields product={product} choice={choice} countries={offered} />
      <button type="button" onClick={() => props.onOrder(choice.read())}>
        Order
      </button>
    </>
  );
}
const country = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'For use in' });

test('a country that is not offered was ordered while another one was on screen: now one has to be chosen', async () => {
  const onOrder = vi.fn();
  const user = userEvent.setup();
  render(<Form offered={['FR', 'DE']} onOrder={onOrder} />);
  expect(country().value).toBe('');
  await user.type(screen.getByRole('textbox', { name: 'Amount' }), '50');
  await user.click(screen.getByRole('button', { name: 'Order' }));
  expect(onOrder).toHaveBeenLastCalledWith(null);
  expect(screen.getByText('Choose where the gift card will be used.')).toBeTruthy();
  await user.selectOptions(country(), 'FR');
  await user.click(screen.getByRole('button', { name: 'Order' }));
  expect(onOrder).toHaveBeenLastCalledWith(expect.objectContaining({ country: 'FR', units: 5_000 }));
});

test.each([
  ['DE', ['DE', 'US'], 'DE'],
  ['JP', ['DE', 'US'], 'US'],
  ['', ['DE', 'US'], 'US'],
])('filtered by %j where %j are offered, it starts with %j', (wanted, offered, start) => {
  render(<Form wanted={wanted} offered={offered} onOrder={vi.fn()} />);
  expect(country().value).toBe(start);
});

test('fixed amounts below Laso’s limit are not offered, and it says why; with none left nothing can be chosen', () => {
  const onOrder = vi.fn();
  const { rerender } = render(
    <Form product={{ denominations: [100, 500, 1_000] }} offered={['US']} onOrder={onOrder} />,
  );
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(screen.getByText(/^Laso sells gift cards from \$5\.00/)).toBeTruthy();
  rerender(<Form product={{ denominations: [100] }} offered={['US']} onOrder={onOrder} />);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText(/There is no amount of this gift card that can be ordered/)).toBeTruthy();
});

test('F15: a comma is a decimal sign in a range, thousands are refused with a sentence in an alert', async () => {
  const onOrder = vi.fn();
  const user = userEvent.setup();
  render(<Form product={{ currency: 'EUR', country: 'DE' }} offered={['DE']} onOrder={onOrder} />);
  const amount = screen.getByRole('textbox', { name: 'Amount' });
  await user.type(amount, '25,50');
  await user.click(screen.getByRole('button', { name: 'Order' }));
  expect(onOrder).toHaveBeenLastCalledWith(expect.objectContaining({ units: 2_550 }));
  await user.clear(amount);
  await user.type(amount, '1.000');
  await user.click(screen.getByRole('button', { name: 'Order' }));
  expect(onOrder).toHaveBeenLastCalledWith(null);
  expect(screen.getByRole('alert').textContent).toContain('without separators for thousands');
});
