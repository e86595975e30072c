/**
 * Answers of `GET /get-card-data` as the documents show them, for tests. Only recognizable numbers: 4111… and
 * 987.
 */
export const PAN = '4111111111111111';
export const CVV = '987';

export const US_READY = {
  card_id: 'O-01ABC123',
  card_type: 'Non-Reloadable U.S.',
  usd_amount: 50,
  country: 'US',
  status: 'ready',
  timestamp: 1_700_000_000_000,
  timestamp_readable: '11/14/2023, 10:13:20 PM',
  last_updated_timestamp: 1_706_400_000_000,
  card_details: {
    card_number: PAN,
    exp_month: '12',
    exp_year: '2027',
    cvv: CVV,
    available_balance: 37.5,
    billing_address: {
      name: 'Laso Finance',
      line_1: '1 Main St',
      city: 'Austin',
      state: 'TX',
      zip: '73301',
      country: 'US',
      required: false,
    },
  },
  transactions: [
    { amount: 12.5, date: '2025-01-15', description: 'Amazon.com', is_credit: false },
    { amount: 12.5, date: '2025-01-15', description: 'Amazon.com', is_credit: false },
    { amount: 2.1, date: '2025-01-16', description: 'Amazon.com refund', is_credit: true },
  ],
};

export const INTL_COMPLETE = {
  card_id: 'issuer-77',
  queued_order_card_id: 'queue-77',
  card_type: 'Non-Reloadable International',
  usd_amount: 259.5,
  charged_usd_amount: 269.36,
  fees_paid: 9.86,
  label: 'Hosting',
  state: 'complete',
  status: 'complete',
  balance_update_requested_timestamp: null,
  timestamp: 1_700_000_000_000,
  card_details: { card_number: '5555555555554444', exp_month: 3, exp_year: 28, cvv: 7, available_balance: 0 },
  transactions: [
    { amount: 259.5, date: 1_706_400_000_000, merchant: 'Hetzner', status: 'settled' },
    { amount: 10, date: null, merchant: 'Hetzner', status: 'declined' },
  ],
};

export const US_PENDING = { card_id: 'O-02', status: 'pending' };
