import { RECONCILE_LOCK } from '#storage/keys.ts';
import { LockHeld, withLockInTime } from '#storage/lock-in-time.ts';
import { decide, isCardUnsure, type Decision } from './decide.ts';
import type {
  ChainEvidence,
  ChainVerdict,
  ProductEvidence,
  ProductHere,
  ProductListing,
} from './evidence.ts';
import { canBeWrong, isLookDue, withLook } from './final-looks.ts';
import { entriesOf, type Journal } from '../journal/journal.ts';
import { settleAbandoned } from '../journal/leftover-rows.ts';
import { PaymentError } from '../payment-error.ts';
import {
  advance,
  amend,
  isFinal,
  lacksItsId,
  summaryOf,
  type PaymentRow,
  type PaymentSummary,
} from '../journal/payment-row.ts';
import type { Locks } from '../journal/wallet-lock.ts';

export interface ReconcileInput {
  readonly journal: Journal;
  /** The witness of a network, loaded when a row needs it; null when this page has none. */
  readonly chainEvidence: (network: string) => Promise<ChainEvidence | null>;
  readonly products: ProductEvidence;
  /** Only this row; all open ones without it. */
  readonly rowId?: string;
  /** A person asks: final rows that the chain could contradict are looked at too, whenever they were looked at last. */
  readonly again?: boolean;
  readonly now?: () => number;
  readonly locks?: Locks | undefined;
}

/** What was seen for a row that stays as it is: for the page to explain. */
export interface ReconcileReport {
  readonly rowId: string;
  readonly chain: ChainVerdict;
}

/** A delivered row whose id Laso did not tell is looked up for so long after its last step. */
const LOOK_UP_MS = 24 * 3_600_000;

/** Rows whose story is not finished and which nobody put aside; and final ones whose last word is to be checked now (final-looks.ts). */
export const needsEvidence = (row: Omit<PaymentSummary, 'answerable'>, nowMs: number): boolean =>
  (row.dismissed === null && (row.state === 'unknown' || row.state === 'paid-not-delivered')) ||
  isLookDue(row, nowMs) ||
  (lacksItsId(row) && nowMs - (row.history.at(-1)?.atMs ?? 0) < LOOK_UP_MS);

/**
 * Looks for evidence for every open row and writes down what it proves (product.md §5): on start, on focus, on "Check again".
 * One tab at a time; a row that changes meanwhile keeps the change. Rejects only when the journal itself cannot be used, and with `busy` when
 * another tab does not finish its look.
 */
export async function reconcile(input: ReconcileInput): Promise<ReconcileReport[]> {
  const { journal, now = Date.now, locks = globalThis.navigator?.locks } = input;
  await settleAbandoned(journal, now, locks);
  const open = await openRows(input, now());
  if (open.length === 0) return [];
  // Without Web Locks no payment can be made here; the revision in the journal alone still keeps two tabs apart.
  return locks
    ? withLockInTime(locks, RECONCILE_LOCK, () => look(input)).catch(heldByAnotherTab)
    : look(input);
}

function heldByAnotherTab(error: unknown): never {
  if (!(error instanceof LockHeld)) throw error;
  throw new PaymentError(
    'busy',
    'These payments are being looked after already, by another tab of this page, and it does not finish. If that tab does not answer, close it or reload it.',
  );
}

async function look(input: ReconcileInput): Promise<ReconcileReport[]> {
  const { now = Date.now } = input;
  const open = await openRows(input, now());
  const seen = await Promise.all(open.map(async (row) => ({ row, chain: await chainVerdict(input, row) })));
  // What proves to have bought nothing first: it then contests no product. Then what is proven.
  const ranked = seen.toSorted((left, right) => rank(left.chain) - rank(right.chain));
  for (const { row, chain } of ranked) {
    const stepped = await judge(input, row, chain);
    // What is taken back goes on at once: to what the payment did buy.
    if (isFinal(row.state) && stepped?.state === 'paid-not-delivered') await judge(input, stepped, chain);
  }
  return ranked.map(({ row, chain }) => ({ rowId: row.id, chain }));
}

/** Decides about one row and writes it down; resolves with the row after a step of it, else with null. */
async function judge(
  input: ReconcileInput,
  row: PaymentSummary,
  chain: ChainVerdict,
): Promise<PaymentSummary | null> {
  const { journal, now = Date.now } = input;
  const listing = await productOf(input.products, row, chain);
  const decision = decide(row, { chain, listing, ...entriesOf(await journal.list()) });
  const written = await write(input, row, withLook(decision, row, { chain, nowMs: now() }));
  return written && decision.kind === 'step' ? summaryOf(written) : null;
}

/** What came of it: on this device first, which proves the delivery whatever the chain shows; then in the account's list. */
async function productOf(
  products: ProductEvidence,
  row: PaymentSummary,
  chain: ChainVerdict,
): Promise<ProductListing | ProductHere> {
  const here = await products.here?.(row).catch(() => null);
  if (here) return here;
  const isDone =
    (row.state === 'delivered' && !lacksItsId(row) && !isCardUnsure(row, chain)) ||
    row.state === 'not-charged';
  if ((isDone || chain.kind === 'open') && !(row.state === 'not-charged' && chain.kind === 'settled'))
    return { kind: 'unreadable' };
  return products.list(row).catch(() => ({ kind: 'unreadable' }));
}

const RANKS: Partial<Record<ChainVerdict['kind'], number>> = {
  'expired-unused': 0,
  cancelled: 0,
  settled: 1,
};
const rank = (chain: ChainVerdict): number => RANKS[chain.kind] ?? 2;

async function chainVerdict({ chainEvidence }: ReconcileInput, row: PaymentSummary): Promise<ChainVerdict> {
  const why = 'The chain could not be read.';
  const evidence = await chainEvidence(row.network).catch(() => null);
  return (await evidence?.findSettlement(row).catch(() => null)) ?? { kind: 'unreadable', why };
}

/** Only onto the row as it was when the evidence was gathered: whoever changed it meanwhile knows more. */
async function write(
  { journal, now = Date.now }: ReconcileInput,
  seen: PaymentSummary,
  decision: Decision,
): Promise<PaymentRow | null> {
  if (decision.kind === 'nothing') return null;
  try {
    const row = await journal.get(seen.id);
    if (row?.revision !== seen.revision) return null;
    const next = decided(row, decision, now());
    await journal.commit(next);
    return next;
  } catch (error) {
    if (!(error instanceof PaymentError && error.kind === 'state')) throw error;
    return null;
  }
}

function decided(
  row: PaymentRow,
  decision: Exclude<Decision, { kind: 'nothing' }>,
  atMs: number,
): PaymentRow {
  const { patch } = decision;
  if (decision.kind === 'amend') return amend(row, { atMs, patch });
  return advance(row, decision.to, { atMs, patch, ...(decision.note && { note: decision.note }) });
}

async function openRows(
  { journal, rowId, again = false }: ReconcileInput,
  nowMs: number,
): Promise<PaymentSummary[]> {
  const { rows } = entriesOf(await journal.list());
  return rows.filter(
    (row) =>
      (rowId === undefined || row.id === rowId) && (needsEvidence(row, nowMs) || (again && canBeWrong(row))),
  );
}
