import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatUsdc } from '#domain/money.ts';
import { Secret } from '#domain/secret.ts';
import { PUSH_MAX_CENTS, PUSH_MIN_CENTS, type PushTransfer } from '#laso/get-push-to-card.ts';
import { priceDeviation } from '#payments/quote/price-rule.ts';
import { VaultError } from '#storage/vault-error.ts';
import type { Vault } from '#storage/vault.ts';
import { createPushProduct, type PushToOrder } from './push-product.ts';
import { pushTerms } from './push-terms.ts';

const unwritable: Vault = {
  putSecret: () => Promise.reject(new VaultError('unwritable')),
  list: () => Promise.resolve([]),
  read: () => Promise.reject(new VaultError('missing')),
  mark: () => Promise.reject(new VaultError('missing')),
  remove: () => Promise.reject(new VaultError('missing')),
};
const product = createPushProduct(unwritable);
const order = (amountCents: number, currency?: PushToOrder['currency']): PushToOrder => ({
  kind: 'push-to-card',
  amountCents,
  ...(currency && { currency }),
});
const transfer = (changes: Partial<PushTransfer> = {}): PushTransfer => ({
  amountCents: 9_541,
  currency: 'USD',
  amountPaidCents: 10_000,
  redemptionUrl: Secret.of('https://pay.runa.io/CANARY'),
  note: null,
  ...changes,
});

describe('what the recipient gets', () => {
  test('with the fee within the price it is the documented part of it', () => {
    const words = product.words(order(10_000), 100_000_000n, null);
    expect(words.get).toEqual({ label: 'Recipient gets', what: '', cents: 9_541, currency: 'USD' });
    expect(formatUsdc(words.fee.atomic ?? 0n)).toBe('4.59');
  });

  test('with the fee on top it is the amount itself', () => {
    const words = product.words(order(10_000), 104_800_000n, null);
    expect([words.get.cents, formatUsdc(words.fee.atomic ?? 0n)]).toEqual([10_000, '4.80']);
    expect(words.fee.note).toContain('on top');
  });

  test('with a price of neither document nothing is promised', () => {
    const words = product.words(order(10_000), 103_000_000n, null);
    expect(words.get.cents).toBeNull();
    expect(words.get.what).toBe('to be stated in Laso’s answer ($95.41 by its documents)');
    expect(words.fee.atomic).toBeNull();
  });

  test('once Laso has answered, it is what the answer says', () => {
    expect(
      product.words(order(10_000), 100_000_000n, transfer({ amountCents: 9_000, currency: 'GBP' })).get,
    ).toMatchObject({ cents: 9_000, currency: 'GBP' });
    expect(product.words(order(10_000), 100_000_000n, transfer({ amountCents: null })).get).toMatchObject({
      what: 'not stated in Laso’s answer',
      cents: null,
    });
  });

  test('for every amount it is never more than what is paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: PUSH_MIN_CENTS, max: PUSH_MAX_CENTS }),
        fc.bigInt(1n, 2n ** 40n),
        (cents, price) => {
          for (const currency of [undefined, 'USD'] as const) {
            const terms = pushTerms({ amountCents: cents, ...(currency && { currency }) }, price);
            if ('recipientCents' in terms)
              expect(BigInt(terms.recipientCents) * 10_000n).toBeLessThanOrEqual(price);
          }
        },
      ),
    );
  });
});

describe('a price', () => {
  test('that is not heard to be in another currency cannot be paid; any other can', () => {
    expect(product.objections?.(order(10_000, 'EUR'), 100_000_000n)).toHaveLength(1);
    expect(product.objections?.(order(10_000, 'EUR'), 121_570_000n)).toEqual([]);
    expect(product.objections?.(order(10_000, 'USD'), 100_000_000n)).toEqual([]);
    expect(product.objections?.(order(10_000), 100_000_000n)).toEqual([]);
  });

  test.each([
    [order(10_000), 100_000_000n, null],
    [order(10_000), 104_800_000n, 'above'],
    [order(1_000), 11_500_000n, 'far-above'],
    [order(10_000), 110_100_000n, 'far-above'],
    [order(10_000, 'USD'), 104_800_000n, null],
    [order(954_198, 'USD'), 10_000_000_000n, null],
    [order(10_000, 'EUR'), 500_000_000n, null],
  ])('%j for %d is %s the documented one', (wanted, atomic, kind) =>
    expect(priceDeviation(product.price(wanted), atomic)?.kind ?? null).toBe(kind),
  );
});

test('a stored order is read again as it was made, and nothing else as one', () => {
  expect(product.storedOrder({ ...order(10_000) })).toEqual(order(10_000));
  expect(product.storedOrder({ ...order(10_000, 'GBP') })).toEqual(order(10_000, 'GBP'));
  expect(product.storedOrder({ kind: 'push-to-card', amountCents: 1_000, currency: 'XYZ' })).toEqual(
    order(1_000),
  );
  expect(product.storedOrder({ kind: 'us-card', amountCents: 1_000 })).toBeNull();
});
