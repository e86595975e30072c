/** What the accounts' own wallets hold, as far as the chain was asked. */
export interface WalletsHeld {
  /** Whole cents over the wallets that were read; null when none was. */
  cents: number | null;
  /** How many were read, of how many. */
  known: number;
  all: number;
  /** Of all, how many cannot be read at all, because their address is not known. */
  hidden: number;
  /** When the oldest of these readings was made, ms. */
  readAtMs: number | null;
}
