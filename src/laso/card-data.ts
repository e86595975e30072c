import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { BillingAddress, Card, CardStatus, CardType } from '#domain/card.ts';
import { cardDetailsSchema, last4Of, type CardDetails } from './card-details.ts';
import { readLines, type TextFor } from './card-lines.ts';
import { wireCents, wireId, wireMs, wireObject, wireText } from './wire.ts';

export const US_CARD_TYPE = 'Non-Reloadable U.S.';
export const INTL_CARD_TYPE = 'Non-Reloadable International';

/** CardData of `GET /get-card-data` (laso-api.md §4.1), both documents' fields. Only the id must be there. */
export const cardDataSchema = z.object({
  card_id: wireId,
  card_type: wireText,
  usd_amount: wireCents,
  country: wireText,
  label: wireText,
  charged_usd_amount: wireCents,
  fees_paid: wireCents,
  state: wireText,
  balance_update_requested_timestamp: wireMs,
  queued_order_card_id: wireId,
  timestamp: wireMs,
  last_updated_timestamp: wireMs,
  status: wireText,
  card_details: wireObject(cardDetailsSchema),
  /** As it came: card-lines.ts reads it, and says what it could not read. */
  transactions: z.optional(z.unknown()),
});

export type CardData = z.infer<typeof cardDataSchema>;

/**
 * The normalized card: no number, no CVV. `asked` is the list it came from, for answers that do not name the
 * type. Null without an id.
 */
export function cardOf(
  data: CardData,
  asked: 'us' | 'intl' | null,
  accountId: AccountId,
  textFor?: TextFor,
): Card | null {
  if (data.card_id === null) return null;
  const details = data.card_details;
  const type = typeOf(data, asked);
  const availableCents = details?.available_balance ?? null;
  return {
    id: data.card_id,
    accountId,
    queuedOrderCardId: data.queued_order_card_id,
    type,
    typeName: data.card_type ?? (type === 'us' ? US_CARD_TYPE : type === 'intl' ? INTL_CARD_TYPE : 'Card'),
    status: statusOf(data, type, availableCents),
    rawStatus: data.status ?? data.state ?? '',
    state: data.state,
    usdAmountCents: data.usd_amount,
    chargedCents: data.charged_usd_amount,
    feesCents: data.fees_paid,
    country: data.country,
    label: data.label,
    orderedAtMs: data.timestamp,
    updatedAtMs: data.last_updated_timestamp,
    balanceUpdateRequestedAtMs: data.balance_update_requested_timestamp,
    availableCents,
    last4: last4Of(details),
    billingAddress: addressOf(details),
    ...readLines(
      data.transactions,
      { cardId: data.card_id, usdAmountCents: data.usd_amount, availableCents },
      textFor,
    ),
  };
}

/** By the type's name; else by fields only one type has; else by the list that was asked for. */
function typeOf(data: CardData, asked: 'us' | 'intl' | null): CardType {
  const name = data.card_type?.toLowerCase();
  if (name === US_CARD_TYPE.toLowerCase()) return 'us';
  if (name === INTL_CARD_TYPE.toLowerCase()) return 'intl';
  if (name) return 'other';
  if (asked) return asked;
  const intlOnly = [data.state, data.queued_order_card_id, data.charged_usd_amount].some(
    (field) => field !== null,
  );
  return intlOnly || !US_STATUSES.has(data.status ?? '') ? 'intl' : 'us';
}

const US_STATUSES = new Set(['pending', 'ready', '']);

const STATUSES = new Map<string, CardStatus>([
  ['pending', 'pending'],
  ['ready', 'ready'],
  ['redeemable', 'ready'],
  ['queued', 'queued'],
  ['complete', 'complete'],
  ['refund-requested', 'refund-requested'],
  ['refund-requested-approved-for-queue', 'refund-requested'],
  ['refunded', 'refunded'],
  ['archived', 'archived'],
]);

function statusOf(data: CardData, type: CardType, availableCents: number | null): CardStatus {
  const status = known(data.status) ?? (data.status === null ? known(data.state) : undefined) ?? 'unknown';
  const empty = availableCents !== null && availableCents <= 0;
  return type === 'us' && status === 'ready' && empty ? 'depleted' : status;
}

const known = (word: string | null): CardStatus | undefined => STATUSES.get(word?.toLowerCase() ?? '');

function addressOf(details: CardDetails | null): BillingAddress | null {
  const address = details?.billing_address;
  if (!address) return null;
  const { line_1: line1, line_2: line2, ...rest } = address;
  return { ...rest, line1, line2 };
}
