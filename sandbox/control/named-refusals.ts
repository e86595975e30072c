export interface Refusal {
  status: number;
  body: Record<string, unknown>;
  /** What the newer documents add to the body (switch `errors`). */
  coded?: Record<string, unknown>;
}

/**
 * The refusals of orders and requests at Laso (laso-api.md §2.1, 2.2, 2.5), as its documents or others'
 * reports describe them; the words are ours.
 */
export const NAMED = {
  region: {
    status: 451,
    body: { error: 'This card cannot be issued from where you are.' },
    coded: { code: 'region_not_supported', hint: 'Order from the United States.', terminal: true },
  },
  'region-403': {
    status: 403,
    body: { error: 'Cards are not available in your country.' },
    coded: { code: 'country_not_supported', hint: 'Order from the United States.' },
  },
  'daily-limit': {
    status: 403,
    body: { error: 'This wallet has reached its card limit per day.' },
    coded: { code: 'daily_card_limit', hint: 'Order again tomorrow.', retry_after_seconds: 4_210 },
  },
  'out-of-stock': {
    status: 409,
    body: { error: 'This card is out of stock.' },
    coded: { code: 'out_of_stock', hint: 'More come on Monday.' },
  },
  verification: {
    status: 403,
    body: { error: 'The holder has to be verified first.' },
    coded: { code: 'kyc_required', hint: 'Finish the identity check.' },
  },
  'not-met': { status: 412, body: { error: 'No approved profile.' }, coded: { hint: 'Have it approved.' } },
  gone: { status: 410, body: { error: 'The offer ran out.' }, coded: { terminal: true } },
  reused: {
    status: 422,
    body: { error: 'Used before.' },
    coded: { code: 'idempotency_key_reused', message: 'Take a new key.' },
  },
  'balance-short': {
    status: 402,
    body: { error: 'Balance too low for this card.', note: 'Add money to it.' },
  },
  /** Seen in production after a payment: Laso took the money, and the answer says nothing. */
  empty: { status: 402, body: {} },
  fault: { status: 500, body: { error: 'The order failed.' } },
} as const satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof NAMED;
// Object.keys gives what the constant above holds.
export const REFUSAL_NAMES = Object.keys(NAMED) as [RefusalName, ...RefusalName[]];
