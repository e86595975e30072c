import * as z from 'zod/mini';
import { PaymentError } from './payment-error.ts';
import { signedPaymentSchema } from './signed-payment.ts';

/** product.md §5. `signing` … `sent` are in progress; `unknown` waits for evidence; `delivered` and `not-charged` are final. */
export const PAYMENT_STATES = [
  'draft',
  'quoted',
  'signing',
  'signed',
  'sent',
  'delivered',
  'not-charged',
  'unknown',
  'paid-not-delivered',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const paymentRowSchema = z.object({
  id: z.string().check(z.minLength(1)),
  state: z.enum(PAYMENT_STATES),
  /** An unknown `kind` (written by a newer version) stays readable. */
  product: z.looseObject({ kind: z.string(), amountCents: z.int() }),
  /** Atomic USDC, decimal. */
  amountAtomic: z.string().check(z.regex(/^\d{1,30}$/)),
  network: z.string(),
  asset: z.string(),
  payer: z.string(),
  payTo: z.string(),
  /** Under which account the row is shown: the one on screen when it was ordered, else the payer's. */
  accountId: z.string(),
  requestUrl: z.string(),
  history: z
    .array(z.object({ state: z.enum(PAYMENT_STATES), atMs: z.number(), note: z.optional(z.string()) }))
    .check(z.minLength(1)),
  /** Kept until the state is final: only this very payload may ever be sent for this row. */
  signed: z.nullable(signedPaymentSchema),
  /** On-chain transaction, as the server named it. */
  transaction: z.nullable(z.string()),
  cardId: z.nullable(z.string()),
  /** Why it stands where it stands, for a person. */
  reason: z.nullable(z.string()),
  /** Chain time (seconds) after which the authorisation can never be used; null while there is none. */
  validBeforeSec: z.nullable(z.int()),
});
export type PaymentRow = z.infer<typeof paymentRowSchema>;

/** A row without its signed payload: what lists, pages and other tabs get to see. */
export type PaymentSummary = Omit<PaymentRow, 'signed'>;

export function summaryOf(row: PaymentRow): PaymentSummary {
  const { signed: _signed, ...summary } = row;
  return summary;
}

const NEXT: Record<PaymentState, readonly PaymentState[]> = {
  draft: ['quoted', 'not-charged'],
  quoted: ['signing', 'not-charged'],
  // Without a payload nothing can be sent: not charged.
  signing: ['signed', 'not-charged'],
  // Never sent: it may still be discarded.
  signed: ['sent', 'not-charged'],
  // From here on only evidence leads to "not charged", by way of "unknown".
  sent: ['delivered', 'paid-not-delivered', 'unknown'],
  unknown: ['sent', 'delivered', 'paid-not-delivered', 'not-charged'],
  'paid-not-delivered': ['delivered'],
  delivered: [],
  'not-charged': [],
};

export const canAdvance = (from: PaymentState, to: PaymentState): boolean => NEXT[from].includes(to);
export const isFinal = (state: PaymentState): boolean => NEXT[state].length === 0;
export const isInProgress = (state: PaymentState): boolean =>
  state === 'signing' || state === 'signed' || state === 'sent';

interface Step {
  atMs: number;
  note?: string;
  /** What became known with this step. */
  patch?: Partial<Pick<PaymentRow, 'signed' | 'transaction' | 'cardId' | 'reason' | 'validBeforeSec'>>;
}

/** The row, one state further. Throws PaymentError `state` for a step the table does not have. A final row holds no payload. */
export function advance(row: PaymentRow, to: PaymentState, { atMs, note, patch }: Step): PaymentRow {
  if (!canAdvance(row.state, to))
    throw new PaymentError(
      'state',
      `A payment that is “${row.state}” cannot become “${to}”. Nothing was changed.`,
    );
  if (to === 'signed' && (row.signed !== null || !patch?.signed))
    throw new PaymentError('state', 'A payment is signed once, with its payload. Nothing was changed.');
  const next: PaymentRow = {
    ...row,
    ...patch,
    state: to,
    history: [...row.history, note === undefined ? { state: to, atMs } : { state: to, atMs, note }],
  };
  return isFinal(to) ? { ...next, signed: null } : next;
}
