/**
 * An account is the wallet that pays: Laso's `user_id`, the paying address in lower case (laso-api.md §1.1).
 * For Solana that spelling is not an address any more: never send anything to an `AccountId`.
 */
export type AccountId = string & { readonly __account: unique symbol };

/** The one way to make an `AccountId`: trims and lower-cases a `user_id`. */
// The cast is the brand itself.
export const accountIdOf = (userId: string): AccountId => userId.trim().toLowerCase() as AccountId;

/** "0x9965…a4dc": enough to recognize an account, never enough to pay one. */
export const shortAddress = (value: string): string =>
  value.length <= 13 ? value : `${value.slice(0, 6)}…${value.slice(-4)}`;
