import type { AccountId } from './account.ts';
import type { Transaction, UnreadLine } from './transaction.ts';

/** `depleted` is ours: a ready U.S. card with nothing left has no status of its own (laso-api.md §4.2). */
export type CardStatus =
  | 'pending'
  | 'ready'
  | 'depleted'
  | 'queued'
  | 'complete'
  | 'refund-requested'
  | 'refunded'
  | 'archived'
  | 'unknown';

export type CardType = 'us' | 'intl' | 'other';

export interface BillingAddress {
  name: string | null;
  line1: string | null;
  line2: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  /** True: merchants check exactly this address. False: any address in the U.S. will do. Null: not said. */
  required: boolean | null;
  note: string | null;
}

/**
 * A card as a list may hold it: never its number, expiry or CVV, only the last four digits (lessons.md S8).
 */
export interface Card {
  id: string;
  /** The account that the card was read for. */
  accountId: AccountId;
  /** The id an international card was ordered under; Laso still answers to it. */
  queuedOrderCardId: string | null;
  type: CardType;
  /** Laso's name for the type, "Non-Reloadable U.S.". */
  typeName: string;
  status: CardStatus;
  /** Laso's own word, for a status this program does not know. */
  rawStatus: string;
  state: string | null;
  usdAmountCents: number | null;
  chargedCents: number | null;
  feesCents: number | null;
  country: string | null;
  label: string | null;
  orderedAtMs: number | null;
  updatedAtMs: number | null;
  balanceUpdateRequestedAtMs: number | null;
  availableCents: number | null;
  last4: string | null;
  billingAddress: BillingAddress | null;
  /** As Laso ordered them. */
  transactions: Transaction[];
  /**
   * How many lines could not be read; no total includes them. If there are some, spent and "not explained"
   * are bounds.
   */
  unreadLines: UnreadLine[];
}

const WORDS: Record<Exclude<CardStatus, 'unknown'>, string> = {
  pending: 'Pending',
  ready: 'Ready',
  depleted: 'Depleted',
  queued: 'Queued',
  complete: 'Complete',
  'refund-requested': 'Refund requested',
  refunded: 'Refunded',
  archived: 'Archived',
};

/** The word product.md's contract asks for; for a status we do not know, Laso's own. */
export function statusWord(card: Pick<Card, 'status' | 'rawStatus'>): string {
  return card.status === 'unknown' ? card.rawStatus || 'Unknown' : WORDS[card.status];
}

/** True when the card was ordered under this id or has it now: old links keep working. */
export const answersTo = (card: Pick<Card, 'id' | 'queuedOrderCardId'>, cardId: string): boolean =>
  card.id === cardId || card.queuedOrderCardId === cardId;
