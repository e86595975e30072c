import * as z from 'zod/mini';
import { PaymentError } from '../payment-error.ts';
import { signedPaymentSchema, solanaMarksSchema } from './signed-payment.ts';

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

/** Rows as they are written today. Older ones are brought up to it when they are read (row-migration.ts). */
export const ROW_VERSION = 2;

const noted = z.object({ state: z.enum(PAYMENT_STATES), atMs: z.number(), note: z.optional(z.string()) });

const looks = z.object({
  /** All of them, those included that could not be read. */
  tried: z.int(),
  /** Those in which the chain gave its word again. */
  confirmed: z.int(),
  /** The last one. */
  atMs: z.number(),
});

export const paymentRowSchema = z.object({
  version: z.literal(ROW_VERSION),
  id: z.string().check(z.minLength(1)),
  /** Counts the commits of this row: a writer that has not seen the newest one is refused. */
  revision: z.int(),
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
  history: z.array(noted).check(z.minLength(1)),
  /** Kept until the state is final: only this very payload may ever be sent for this row. */
  signed: z.nullable(signedPaymentSchema),
  /** What identifies the payment on chain, also after the payload is gone; null before it was signed. */
  marks: z.nullable(z.object({ nonce: z.string(), solana: z.optional(solanaMarksSchema) })),
  /** x402's `payment-identifier`, when the server offered one. Whoever knows it may ask for the answer: never shown. */
  paymentId: z.nullable(z.string()),
  /** How often the payload was sent. */
  sends: z.int(),
  /** On-chain transaction: the server's word for it until `settledAtSec` is set, then proven. */
  transaction: z.nullable(z.string()),
  /** Chain time (seconds) of the proven transfer; null while it is not proven. */
  settledAtSec: z.nullable(z.int()),
  /** What the server said when it did not deliver. Its words prove nothing. */
  hint: z.nullable(z.object({ words: z.string(), probablyNotCharged: z.boolean() })),
  cardId: z.nullable(z.string()),
  /** When Laso took the order (ms), by its own word, where its answer told no id: the list is searched for it. */
  orderedAtMs: z.optional(z.nullable(z.number())),
  /** Products of this kind the account had before sending; null when nobody could look. */
  knownProductIds: z.nullable(z.array(z.string())),
  /** More than one new product fits: the person chooses. */
  candidateIds: z.array(z.string()),
  /** The row this one is another try of: it was proven not charged. */
  retryOf: z.nullable(z.string()),
  /** Put aside by the person, who said why. */
  dismissed: z.nullable(z.object({ atMs: z.number(), reason: z.string() })),
  /** Why it stands where it stands, for a person. */
  reason: z.nullable(z.string()),
  /** Chain time (seconds) after which the authorisation can never be used; null while there is none. */
  validBeforeSec: z.nullable(z.int()),
  /** Why Laso's answer was not believed (it named another payment's card …): only the chain closes the row then. Older rows have none. */
  doubt: z.optional(z.nullable(z.string())),
  /** Laso's own list was read after the payment and shows nothing for it. Without it nobody knows whether the order was made. */
  listedNone: z.optional(z.boolean()),
  /** How often the chain was asked again after the last word (final-looks.ts); none yet without it. */
  looks: z.optional(looks),
  /** The row's last word was wrong: what it said before, and what that means for the money. */
  corrected: z.optional(z.object({ from: z.enum(PAYMENT_STATES), words: z.string() })),
});
export type PaymentRow = z.infer<typeof paymentRowSchema>;

/** A row without what could be used to pay or to claim it: what lists, pages and other tabs get to see. */
export type PaymentSummary = Omit<PaymentRow, 'signed' | 'paymentId'> & {
  /** The payload is here and the server promised to know it again: its answer can be asked for once more. */
  readonly answerable: boolean;
};

export function summaryOf(row: PaymentRow): PaymentSummary {
  const { signed, paymentId, ...summary } = row;
  return { ...summary, answerable: signed !== null && paymentId !== null };
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
  // "Paid" by Laso's word alone can be contradicted by the chain.
  'paid-not-delivered': ['delivered', 'not-charged'],
  // The last word can be wrong: the chain is asked again (final-looks.ts), and a contradiction is told (`corrected`).
  delivered: ['not-charged', 'paid-not-delivered'],
  'not-charged': ['paid-not-delivered'],
};

/** Nothing is awaited any more, and the payload is gone. Only the chain's proof of the contrary leads on from here. */
const FINAL: ReadonlySet<PaymentState> = new Set(['delivered', 'not-charged']);

export const canAdvance = (from: PaymentState, to: PaymentState): boolean => NEXT[from].includes(to);
export const isFinal = (state: PaymentState): boolean => FINAL.has(state);
export const isInProgress = (state: PaymentState): boolean =>
  state === 'signing' || state === 'signed' || state === 'sent';

/** Its end is not known, or its last word was wrong: a person has to see it until it is put aside. */
export const isOpen = ({
  state,
  dismissed,
  corrected,
}: Pick<PaymentRow, 'state' | 'dismissed' | 'corrected'>): boolean =>
  dismissed === null && (!isFinal(state) || corrected !== undefined);

/** Delivered, but Laso did not say under which id (an international card's order may come without): the list will tell. */
export const lacksItsId = ({
  state,
  cardId,
  orderedAtMs,
}: Pick<PaymentRow, 'state' | 'cardId' | 'orderedAtMs'>): boolean =>
  state === 'delivered' && cardId === null && typeof orderedAtMs === 'number';

type Patch = Partial<
  Pick<
    PaymentRow,
    | 'signed'
    | 'marks'
    | 'sends'
    | 'transaction'
    | 'settledAtSec'
    | 'hint'
    | 'cardId'
    | 'orderedAtMs'
    | 'candidateIds'
    | 'reason'
    | 'validBeforeSec'
    | 'dismissed'
    | 'doubt'
    | 'listedNone'
    | 'looks'
    | 'corrected'
  >
>;

interface Step {
  atMs: number;
  note?: string;
  /** What became known with this step. */
  patch?: Patch;
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
  const next = stepped(row, to, { atMs, ...(note !== undefined && { note }), ...(patch && { patch }) });
  return isFinal(to) ? { ...next, signed: null } : next;
}

/** More became known, the state stays: a proven transaction, a dismissal. The payload is never touched by this. */
export const amend = (
  row: PaymentRow,
  step: Omit<Step, 'patch'> & { patch: Omit<Patch, 'signed'> },
): PaymentRow =>
  step.note === undefined
    ? { ...row, ...step.patch, revision: row.revision + 1 }
    : stepped(row, row.state, step);

const stepped = (row: PaymentRow, state: PaymentState, { atMs, note, patch }: Step): PaymentRow => ({
  ...row,
  ...patch,
  state,
  revision: row.revision + 1,
  history: [...row.history, note === undefined ? { state, atMs } : { state, atMs, note }],
});
