import { factsOf } from '#domain/product-kind.ts';
import type { PaymentState, PaymentSummary } from '#payments/journal/payment-row.ts';
import type { Tone } from '#ui/tone.ts';

/** The word for a payment's state (product.md's contract): everything up to sent is "In progress", with its step. */
export const stateWord: Record<PaymentState, string> = {
  draft: 'In progress',
  quoted: 'In progress',
  signing: 'In progress',
  signed: 'In progress',
  sent: 'In progress',
  delivered: 'Paid',
  'not-charged': 'Not charged',
  unknown: 'Outcome unknown',
  'paid-not-delivered': 'Paid, not delivered',
};

export const stepWord: Partial<Record<PaymentState, string>> = {
  draft: 'being written',
  quoted: 'price asked',
  signing: 'waiting for the wallet',
  signed: 'signed, not sent',
  sent: 'sent, waiting for Laso',
};

export const stateTone: Record<PaymentState, Tone> = {
  draft: 'neutral',
  quoted: 'neutral',
  signing: 'caution',
  signed: 'caution',
  sent: 'caution',
  delivered: 'positive',
  'not-charged': 'neutral',
  unknown: 'danger',
  'paid-not-delivered': 'danger',
};

/** An unknown kind, written by another version of this page, is shown as it is stored. */
export const productName = ({ product }: Pick<PaymentSummary, 'product'>): string =>
  factsOf(product.kind)?.name ?? product.kind;
