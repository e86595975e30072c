/** How the API speaks where Laso's documents, old and new, differ, or where other x402 servers do. */
export interface Switches {
  /** `GET /auth`: $0.001 by x402, or free with a signed CAIP-122 message (laso-api.md, "Identity and tokens"). */
  auth: 'payment' | 'siwx';
  /** Of every paid route's challenge: 2 in the header, 1 in the body. */
  x402Version: 1 | 2;
  /** Whether challenges offer x402's `payment-identifier`. */
  paymentIdentifier: boolean;
  /** Whether `/order-intl-card` tells the order's `card_id`: laso-api.md says it may, the newer document's schema has none. */
  intlOrderId: boolean;
  /** `/get-push-to-card`: the fee within the amount, U.S. dollars only, or as published since: more currencies, the fee on top. */
  pushToCard: 'first' | 'later';
  /** What it answers as `redemption_url` (hostile ones, for tests); null: a fresh one on the real host. */
  redemptionUrl: string | null;
  /** (later) `/get-card-data` knows reloadable cards: in their own list, and, as a type old clients do not know, in the U.S. one. */
  reloadableCards: boolean;
  /** (later) `card_details` hold the billing address. */
  billingAddress: boolean;
  /** The catalogue and its orders: as documented first, or as published since (category, facets, the fee on top of the converted value). */
  giftCards: 'first' | 'later';
  /** Whether `/search-merchants` knows `card_type` (laso-api.md, "later"). */
  merchantCardTypes: boolean;
}

export const DEFAULT_SWITCHES: Switches = {
  auth: 'payment',
  x402Version: 2,
  paymentIdentifier: false,
  intlOrderId: true,
  pushToCard: 'first',
  redemptionUrl: null,
  reloadableCards: false,
  billingAddress: true,
  giftCards: 'first',
  merchantCardTypes: false,
};
