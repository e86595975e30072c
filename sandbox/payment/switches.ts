/**
 * The forms of the API's answers where Laso's old and new documents differ, or where other x402 servers do.
 */
export interface Switches {
  /** `GET /auth`: $0.001 by x402, or free with a signed CAIP-122 message (laso-api.md §1). */
  auth: 'payment' | 'siwx' | 'both';
  /**
   * How `/get-auth-link` writes its links: as documented
   * first, or as Laso has published since (laso-api.md §1.4).
   */
  authLink: 'token' | 'code';
  /** Of every paid route's challenge: 2 in the header, 1 in the body. */
  x402Version: 1 | 2;
  /**
   * The `maxTimeoutSeconds` of challenges; null: 300 on Base, 60 on Solana. Laso's own value is unknown
   * (laso-api.md §3.1).
   */
  maxTimeoutSeconds: number | null;
  /** Whether challenges offer x402's `payment-identifier`. */
  paymentIdentifier: boolean;
  /**
   * Whether `/order-intl-card` answers the order's `card_id`:
   * laso-api.md says it may, the newer document's schema has none.
   */
  intlOrderId: boolean;
  /**
   * `/get-push-to-card`: the fee within the amount, U.S. dollars only, or as published since: more
   * currencies, the fee on top.
   */
  pushToCard: 'first' | 'later';
  /** The `redemption_url` that it answers (hostile ones, for tests); null: a fresh one on the real host. */
  redemptionUrl: string | null;
  /**
   * (later) `/get-card-data` knows reloadable cards: in their own list, and, as a type old clients do not
   * know, in the U.S. one.
   */
  reloadableCards: boolean;
  /** (later) `card_details` hold the billing address. */
  billingAddress: boolean;
  /**
   * The catalog and its orders: as documented first, or as published since (category, facets, the fee on top
   * of the converted value).
   */
  giftCards: 'first' | 'later';
  /** Whether `/search-merchants` knows `card_type` (laso-api.md §6). */
  merchantCardTypes: boolean;
  /**
   * How lines of U.S. cards are written: documented numbers; as seen in production (text with `$`, the load
   * as a line); numbers with the load.
   */
  cardLines: 'numbers' | 'text' | 'numbers-with-load';
  /** How many balance refreshes one U.S. card has in 24 hours. */
  refreshesPerDay: 24 | 12;
  /**
   * Refusals: `error` alone, or with `code`, `hint`, `terminal`
   * and `retry_after_seconds` as published since (2026-09).
   */
  errors: 'bare' | 'coded';
  /**
   * RateLimit headers and the version of the documents: not sent, sent and exposed to pages, or sent and
   * hidden from them.
   */
  headers: 'none' | 'exposed' | 'hidden';
  /** The fee rate of an international order: 0.038 as documented, less during promotions. */
  intlFeeRate: number;
  /** Whether `/search-merchants` says why a merchant is restricted (2026-09). */
  restrictionNotes: boolean;
  /**
   * An unknown gift product: refused when it is paid for, or with
   * 404 `unknown_laso_server_id` before any price (2026-09).
   */
  unknownGift: 'late' | 'early';
}

export const DEFAULT_SWITCHES: Switches = {
  auth: 'payment',
  authLink: 'token',
  x402Version: 2,
  maxTimeoutSeconds: null,
  paymentIdentifier: false,
  intlOrderId: true,
  pushToCard: 'first',
  redemptionUrl: null,
  reloadableCards: false,
  billingAddress: true,
  giftCards: 'first',
  merchantCardTypes: false,
  cardLines: 'numbers',
  refreshesPerDay: 24,
  errors: 'bare',
  headers: 'none',
  intlFeeRate: 0.038,
  restrictionNotes: false,
  unknownGift: 'late',
};
