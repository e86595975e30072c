import { describe, expect, test } from 'vitest';
import { FINAL_AFTER_SEC } from '#payments/reconcile/evidence.ts';
import { summaryOf, type PaymentSummary } from '#payments/journal/payment-row.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { reviewOf } from '#payments/testing/order-builders.ts';
import { evidenceInterval } from './evidence-interval.ts';
import { clockMinute } from '#ui/clock-time.ts';
import { paymentAdvice } from './payment-advice.ts';

const NOW = 1_700_000_000_000;
const END_SEC = NOW / 1000 + 200;
const row = (changes: Partial<PaymentSummary>): PaymentSummary => ({
  ...summaryOf(rowOf(reviewOf(), NOW)),
  validBeforeSec: END_SEC,
  ...changes,
});
const certain = clockMinute((END_SEC + FINAL_AFTER_SEC) * 1000);

describe('what a payment means for the money', () => {
  test('the server’s refusal is told with when it will be certain', () =>
    expect(
      paymentAdvice(
        row({ state: 'unknown', hint: { words: 'insufficient_funds', probablyNotCharged: true } }),
        null,
        NOW,
      ),
    ).toBe(`Probably not charged: Laso says “insufficient funds”. This will be certain at ${certain}.`));
  test('a chain that cannot be read is said, and decides nothing', () =>
    expect(
      paymentAdvice(
        row({ state: 'unknown', reason: 'No answer.' }),
        { kind: 'unreadable', why: 'No RPC answered.' },
        NOW,
      ),
    ).toBe(
      `No answer. This will be certain at ${certain}. No RPC answered. Until the chain can be read, the outcome stays unknown.`,
    ));
  test('a signed payment is offered to send while it can be sent, else only to discard', () => {
    expect(paymentAdvice(row({ state: 'signed' }), null, NOW)).toMatch(/Send it to order now, or discard it/);
    expect(paymentAdvice(row({ state: 'signed' }), null, END_SEC * 1000)).toMatch(/too late to send/);
  });
});

describe('looking again by itself', () => {
  test('when it will be certain, but neither too often nor too seldom', () => {
    const open = (inMs: number) =>
      evidenceInterval([{ rowId: 'a', chain: { kind: 'open', certainAtMs: NOW + inMs } }], NOW);
    expect([open(1_000), open(30_000), open(900_000)]).toEqual([10_000, 30_000, 60_000]);
  });
  test('soon for a card that is being made, not at all for what is settled long since', () => {
    const settled = (agoSec: number) =>
      evidenceInterval(
        [{ rowId: 'a', chain: { kind: 'settled', transaction: '0x1', atSec: NOW / 1000 - agoSec } }],
        NOW,
      );
    expect([settled(5), settled(5_000), evidenceInterval([], NOW)]).toEqual([10_000, false, false]);
  });
});
