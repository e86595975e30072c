import { factsOf } from '#domain/product-kind.ts';
import { anotherCard, wronglyNotCharged, wronglyPaid, type Correction } from './correction.ts';
import {
  NOT_KEPT,
  type ChainVerdict,
  type ListedProduct,
  type ProductHere,
  type ProductListing,
} from './evidence.ts';
import { isContested, isShadowed, productsFor } from './match-product.ts';
import type { PaymentRow, PaymentState, PaymentSummary } from '../journal/payment-row.ts';
import type { UnreadableRecord } from '../journal/unreadable-record.ts';

type Known = Partial<
  Pick<
    PaymentRow,
    | 'transaction'
    | 'settledAtSec'
    | 'cardId'
    | 'candidateIds'
    | 'reason'
    | 'hint'
    | 'doubt'
    | 'listedNone'
    | 'looks'
    | 'corrected'
    | 'dismissed'
  >
>;

/** What to write down after looking: one state further (`to`), more knowledge, or nothing. */
export type Decision =
  | { readonly kind: 'step'; readonly to: PaymentState; readonly patch: Known; readonly note?: string }
  | { readonly kind: 'amend'; readonly patch: Known }
  | { readonly kind: 'nothing' };

export interface Evidence {
  readonly chain: ChainVerdict;
  readonly listing: ProductListing | ProductHere;
  /** All rows of the journal, this one among them: a product that closed one row closes no other. */
  readonly rows: readonly PaymentSummary[];
  /** Records that could not be read: each may be an open payment, too. */
  readonly unreadable?: readonly UnreadableRecord[];
}

const NOTHING: Decision = { kind: 'nothing' };

/**
 * What the evidence makes of a row (product.md §5). Pure. "Not charged" rests on the chain's proof alone; a product in the account's list closes a
 * row only where it can be no other row's; a last word that the chain contradicts is taken back; everything else leaves the row as it is.
 */
export function decide(row: PaymentSummary, given: Evidence): Decision {
  const evidence = { ...given, listing: withoutTaken(given.listing, given.unreadable ?? []) };
  const { chain, listing, rows } = evidence;
  const proven = chain.kind === 'settled' ? provenBy(row, chain) : {};
  const now = { ...row, ...proven };
  const isKept = listing.kind === 'kept';
  if (row.state === 'not-charged')
    return chain.kind === 'settled'
      ? takenBack('paid-not-delivered', wronglyNotCharged(row, rows), proven)
      : NOTHING;
  if (row.state !== 'unknown' && row.state !== 'paid-not-delivered' && row.state !== 'delivered')
    return NOTHING;
  if (neverMoved(chain) && row.settledAtSec === null)
    return row.state === 'unknown' && !isKept
      ? notCharged(chain.kind === 'cancelled' ? CANCELLED : ENDED)
      : takenBack('not-charged', wronglyPaid(row, isKept), { cardId: null });
  if (row.state === 'delivered')
    return isCardUnsure(row, chain)
      ? withItsCard(row, proven, evidence)
      : amended(row, { ...proven, ...itsId(now, listing, rows) });
  if (isKept && (chain.kind === 'settled' || !row.doubt)) return delivered(row, proven, KEPT_HERE);
  return row.state === 'unknown' && chain.kind !== 'settled'
    ? byTheList(row, evidence)
    : afterPaying(row, proven, evidence);
}

/**
 * Whether a delivery's card stands on nothing but an answer that did not name the payment's own transaction (its header was hidden, or it was an
 * older answer that a cache gave): the account's list has to show it.
 */
export const isCardUnsure = (
  { state, cardId, transaction, settledAtSec }: PaymentSummary,
  chain: ChainVerdict,
): boolean =>
  state === 'delivered' &&
  cardId !== null &&
  settledAtSec === null &&
  chain.kind === 'settled' &&
  transaction?.toLowerCase() !== chain.transaction.toLowerCase();

/** The payment is proven. Its card is the one that the list shows for it; a list that shows none, or not all, is waited for. */
function withItsCard(row: PaymentSummary, proven: Known, { listing, rows }: Evidence): Decision {
  if (listing.kind !== 'listed')
    return listing.kind === 'signed-out' || listing.kind === 'unreadable' ? NOTHING : amended(row, proven);
  const fitting = productsFor({ ...row, ...proven }, listing.products, rows);
  const [only, ...more] = fitting;
  if (listing.partial || !only) return NOTHING;
  if (only.id === row.cardId && more.length === 0) return amended(row, proven);
  const candidateIds = fitting.map(({ id }) => id);
  return takenBack('paid-not-delivered', { ...anotherCard(row), candidateIds }, { ...proven, cardId: null });
}

/** A card that a record names which cannot be read is that one's. */
function withoutTaken(
  listing: Evidence['listing'],
  unreadable: readonly UnreadableRecord[],
): Evidence['listing'] {
  if (listing.kind !== 'listed' || unreadable.length === 0) return listing;
  const taken = new Set(unreadable.map(({ cardId }) => cardId));
  return { ...listing, products: listing.products.filter(({ id }) => !taken.has(id)) };
}

/** The chain proves that nothing moved, and that nothing can. */
const neverMoved = ({ kind }: ChainVerdict): boolean => kind === 'expired-unused' || kind === 'cancelled';

/** Without the chain's word: only where the whole list is known, as it was before and as it is now, and no answer was doubted. */
function byTheList(row: PaymentSummary, { chain, listing, rows, unreadable = [] }: Evidence): Decision {
  if (chain.kind === 'open' || listing.kind !== 'listed' || listing.partial) return NOTHING;
  if (row.knownProductIds === null || row.doubt || isShadowed(row, unreadable)) return NOTHING;
  const certain = unmistakable(row, productsFor(row, listing.products, rows), rows);
  return certain ? delivered(row, { cardId: certain.id }, BY_THE_LIST) : NOTHING;
}

/** Paid, by the chain or by Laso's word: what was bought with it is looked for. */
function afterPaying(row: PaymentSummary, proven: Known, evidence: Evidence): Decision {
  const { chain, listing, rows, unreadable = [] } = evidence;
  const now = { ...row, ...proven };
  const isPartial = listing.kind === 'listed' && listing.partial === true;
  const fitting = listing.kind === 'listed' ? productsFor(now, listing.products, rows) : [];
  const certain = unmistakable(now, fitting, rows);
  if (certain && !isShadowed(now, unreadable) && !(isPartial && now.settledAtSec === null))
    return delivered(row, { ...proven, cardId: certain.id }, FOUND);
  const listedNone = listing.kind === 'listed' && !isPartial && fitting.length === 0;
  const words = neverMoved(chain) ? CONTRADICTION : paidWords(now, listing, fitting.length);
  const patch: Known = {
    ...proven,
    candidateIds: fitting.map(({ id }) => id),
    reason: row.corrected ? `${row.corrected.words} ${words}` : words,
    ...(listedNone !== (row.listedNone ?? false) && { listedNone }),
  };
  return row.state === 'unknown' ? { kind: 'step', to: 'paid-not-delivered', patch } : amended(row, patch);
}

/** The one product that fits, where no other payment can have bought it; null where a person has to choose. */
function unmistakable(
  row: PaymentSummary,
  fitting: readonly ListedProduct[],
  rows: readonly PaymentSummary[],
): ListedProduct | null {
  const [only, ...more] = fitting;
  if (!only || more.length > 0) return null;
  // The very time that Laso told for this order is no other order's.
  const isTold = only.orderedAtMs !== null && only.orderedAtMs === row.orderedAtMs;
  return isTold || !isContested(only, row, rows) ? only : null;
}

/** A delivery whose id Laso did not say, found in the list by amount and time; only where one alone fits (lessons.md R18). */
function itsId(row: PaymentSummary, listing: Evidence['listing'], rows: readonly PaymentSummary[]): Known {
  if (row.cardId !== null || listing.kind !== 'listed') return {};
  const found = unmistakable(row, productsFor(row, listing.products, rows), rows);
  return found ? { cardId: found.id } : {};
}

const ENDED =
  'The payment expired unused. The chain shows that no money moved, and now none can: it is safe to order again.';
const CANCELLED =
  'The payment was canceled on the chain before it was used. No money moved, and now none can.';
const CONTRADICTION =
  'The chain showed that it was paid, and now shows that no money moved. Check again later; if something is missing, ask Laso support.';
const FOUND = 'Found: paid on the chain, and delivered.';
const BY_THE_LIST = 'Found among the account’s cards: paid and delivered. The chain could not be read.';

const KEPT_HERE = 'What it brought is kept on this device: paid and delivered.';

const notCharged = (reason: string): Decision => ({
  kind: 'step',
  to: 'not-charged',
  patch: { reason, hint: null },
});

const takenBack = (to: PaymentState, correction: Correction, known: Known): Decision => ({
  kind: 'step',
  to,
  patch: { ...known, ...correction },
  note: noteOf(correction.corrected.from, to),
});

function noteOf(from: PaymentState, to: PaymentState): string {
  if (from === 'not-charged') return 'Corrected: “Not charged” was wrong';
  if (from !== 'delivered') return 'The chain shows that no money moved';
  return to === 'not-charged'
    ? 'Corrected: “Paid” was wrong'
    : 'Corrected: which card it bought is not certain';
}

/** What was taken back once stays said. */
const delivered = (row: PaymentSummary, known: Known, note: string): Decision => ({
  kind: 'step',
  to: 'delivered',
  patch: { cardId: row.cardId, ...known, candidateIds: [], reason: row.corrected?.words ?? null, hint: null },
  note,
});

function provenBy(row: PaymentSummary, chain: { transaction: string; atSec: number }): Known {
  return row.settledAtSec === chain.atSec && row.transaction === chain.transaction
    ? {}
    : { transaction: chain.transaction, settledAtSec: chain.atSec, hint: null };
}

function paidWords(row: PaymentSummary, listing: Evidence['listing'], candidates: number): string {
  if (listing.kind === 'held') return NOT_KEPT;
  const paid = row.settledAtSec === null ? 'Laso took the payment.' : 'Paid on chain.';
  if (candidates > 1) return `${paid} More than one new card fits: choose the one this payment bought.`;
  if (candidates === 1)
    return `${paid} One new card fits, but an earlier or later payment of the same amount may have bought it. Choose it here if it was this one; otherwise check again when the other one is clear.`;
  if (factsOf(row.product.kind)?.signsIn)
    return `${paid} The answer that would have signed you in was lost: sign in again with the same wallet.`;
  if (listing.kind === 'signed-out')
    return `${paid} Sign in with the wallet that paid to see whether the order was made.`;
  if (listing.kind === 'listed' && listing.partial)
    return `${paid} Part of the account’s list could not be read, so it is not known whether the order was made; check again.`;
  if (listing.kind === 'listed')
    return `${paid} The account shows nothing new for it so far. When an order fails after payment, Laso credits the amount to the account balance; otherwise ask Laso support.`;
  if (listing.kind === 'not-listed')
    return `${paid} Laso keeps no list of these purchases, so this page cannot check. When an order fails after payment, Laso credits the amount to the account balance: look there, then ask Laso support with the text below.`;
  return `${paid} The account at Laso could not be read; check again.`;
}

/** Nothing, when it is all known already: a check that finds nothing new writes nothing. */
function amended(row: PaymentSummary, patch: Known): Decision {
  const now: Record<string, unknown> = row;
  const news = Object.entries(patch).some(
    ([key, value]) => JSON.stringify(now[key]) !== JSON.stringify(value),
  );
  return news ? { kind: 'amend', patch } : NOTHING;
}
