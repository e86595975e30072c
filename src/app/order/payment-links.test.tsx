import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { paymentThrough } from '#testing/payment-row.ts';
import { Secret } from '#domain/secret.ts';
import type { PaymentState } from '#payments/journal/payment-row.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';
import { renderWithProviders } from '#testing/render-with-providers.tsx';
import { PaymentLinks } from './payment-links.tsx';

afterEach(() => useUnsavedSecrets.setState({ entries: [] }));

const product = {
  kind: 'gift-card',
  id: 'zalando-de',
  name: 'Zalando',
  amountCents: 5_000,
  units: 5_000,
  exponent: 2,
  currency: 'EUR',
  country: 'DE',
};
const show = (state: PaymentState) =>
  renderWithProviders(<PaymentLinks row={paymentThrough(['sent', state], { product })} />);
const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

test('a gift card that was not charged can be ordered again, as another try of it', () => {
  show('not-charged');
  expect(href('Order again')).toBe('/gift-cards/zalando-de?country=DE&retry=order-1');
});

test('a paid gift card leads to its code', () => {
  show('delivered');
  expect(href('Open the code')).toBe('/gift-cards/purchased');
});

test('so does one that came and could not be kept', () => {
  const secret = { code: Secret.of('ONCE'), pin: null, url: null };
  useUnsavedSecrets.setState({
    entries: [
      {
        id: 'order-1',
        account: '0x1',
        kind: 'gift-card',
        label: 'Zalando',
        amount: null,
        details: {},
        boughtAtMs: 1,
        secret,
      },
    ],
  });
  show('paid-not-delivered');
  expect(href('Open the code')).toBe('/gift-cards/purchased');
});
