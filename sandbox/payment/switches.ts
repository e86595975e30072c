/** How the API speaks where Laso's documents, old and new, differ, or where other x402 servers do. */
export interface Switches {
  /** `GET /auth`: $0.001 by x402, or free with a signed CAIP-122 message (laso-api.md, "Identity and tokens"). */
  auth: 'payment' | 'siwx';
  /** Of every paid route's challenge: 2 in the header, 1 in the body. */
  x402Version: 1 | 2;
  /** Whether challenges offer x402's `payment-identifier`. */
  paymentIdentifier: boolean;
  /** Whether `/search-merchants` knows `card_type` (laso-api.md, "later"). */
  merchantCardTypes: boolean;
}

export const DEFAULT_SWITCHES: Switches = {
  auth: 'payment',
  x402Version: 2,
  paymentIdentifier: false,
  merchantCardTypes: false,
};
