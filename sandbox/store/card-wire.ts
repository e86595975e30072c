import type { Switches } from '../payment/switches.ts';
import { linesToWire } from './card-lines.ts';
import { hasDetails, statusOf, type IntlCard, type StoredCard } from './stored-card.ts';

const TYPE_NAME = { us: 'Non-Reloadable U.S.', intl: 'Non-Reloadable International' } as const;

const usd = (cents: number): number => cents / 100;
export const readable = (at: number): string => new Date(at).toISOString();

/**
 * One card as `/get-card-data` answers it (laso-api.md §4.1).
 * Alone and pending, Laso says no more than id and status.
 */
export function cardToWire(
  card: StoredCard,
  now: number,
  as: 'single' | 'listed',
  { billingAddress, cardLines }: Pick<Switches, 'billingAddress' | 'cardLines'>,
): Record<string, unknown> {
  const status = statusOf(card, now);
  if (as === 'single' && status === 'pending') return { card_id: card.cardId, status };
  return {
    card_id: card.cardId,
    card_type: card.told?.cardType ?? TYPE_NAME[card.type],
    usd_amount: usd(card.usdAmountCents),
    ...(card.type === 'us' ? { country: 'US', last_updated_timestamp: card.updatedAt } : intlFields(card)),
    timestamp: card.orderedAt,
    timestamp_readable: readable(card.orderedAt),
    status: card.told?.status ?? status,
    ...(hasDetails(card, now)
      ? {
          card_details: {
            ...detailsOf(card, cardLines),
            ...(billingAddress && { billing_address: addressOf(card) }),
          },
        }
      : {}),
    ...(status === 'pending' || status === 'queued' ? {} : { transactions: linesToWire(card, cardLines) }),
  };
}

function intlFields(card: IntlCard): Record<string, unknown> {
  return {
    label: card.label,
    charged_usd_amount: usd(card.chargedCents),
    fees_paid: usd(card.feesCents),
    state: card.state,
    balance_update_requested_timestamp: card.balanceUpdateRequestedAt,
    queued_order_card_id: card.queuedOrderCardId,
  };
}

function detailsOf(card: StoredCard, edition: Switches['cardLines']): Record<string, unknown> {
  const shortYear = edition === 'text' && card.type === 'us';
  return {
    card_number: card.number,
    exp_month: card.expMonth,
    exp_year: shortYear ? card.expYear.slice(-2) : card.expYear,
    cvv: card.cvv,
    available_balance: usd(card.availableCents),
  };
}

function addressOf({ type }: StoredCard): Record<string, unknown> {
  return {
    name: 'Laso Finance',
    line_1: '1 Sandbox Way',
    line_2: 'Suite 402',
    city: 'Wilmington',
    state: 'DE',
    zip: '19801',
    country: 'US',
    required: type === 'intl',
    note:
      type === 'intl'
        ? 'Enter this address exactly: the merchant checks it.'
        : 'Shops that ask for an address in the U.S. take this one.',
  };
}
