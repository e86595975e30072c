import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  canAdvance,
  isFinal,
  PAYMENT_STATES,
  type PaymentRow,
  type PaymentState,
} from './payment-row.ts';
import { signedPayment } from '../testing/order-builders.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf } from '../testing/order-builders.ts';

const rowIn = (state: PaymentState): PaymentRow => ({
  ...rowOf(reviewOf(), 1),
  state,
  signed: state === 'signing' ? null : signedPayment(),
});

describe('what may follow what', () => {
  test.each<[PaymentState, PaymentState[]]>([
    ['draft', ['quoted', 'not-charged']],
    ['quoted', ['signing', 'not-charged']],
    ['signing', ['signed', 'not-charged']],
    ['signed', ['sent', 'not-charged']],
    ['sent', ['delivered', 'unknown', 'paid-not-delivered']],
    ['unknown', ['sent', 'delivered', 'not-charged', 'paid-not-delivered']],
    // The last three by the chain's word alone: what was said before was wrong.
    ['paid-not-delivered', ['delivered', 'not-charged']],
    ['delivered', ['not-charged', 'paid-not-delivered']],
    ['not-charged', ['paid-not-delivered']],
  ])('%s', (from, to) => expect(PAYMENT_STATES.filter((state) => canAdvance(from, state))).toEqual(to));
});

test('what was sent is never called "not charged" without having been unknown', () =>
  expect(() => advance(rowIn('sent'), 'not-charged', { atMs: 1 })).toThrow(/cannot become/));

test('a row is signed once, with its payload', () => {
  expect(() => advance(rowIn('signing'), 'signed', { atMs: 1 })).toThrow(/signed once/);
  const twice = { ...rowIn('signing'), signed: signedPayment() };
  expect(() => advance(twice, 'signed', { atMs: 1, patch: { signed: signedPayment() } })).toThrow(
    /signed once/,
  );
});

test('the payload is kept until the state is final, whatever way leads there, and never comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PAYMENT_STATES), { maxLength: 12 }), (path) => {
      let row = advance(rowIn('signing'), 'signed', { atMs: 1, patch: { signed: signedPayment() } });
      let wasFinal = false;
      for (const to of path) {
        if (!canAdvance(row.state, to)) expect(() => advance(row, to, { atMs: 2 })).toThrow();
        else row = advance(row, to, { atMs: 2 });
        wasFinal ||= isFinal(row.state);
        expect(row.signed === null).toBe(wasFinal);
        expect(row.history.at(-1)?.state).toBe(row.state);
      }
    }),
  );
});
