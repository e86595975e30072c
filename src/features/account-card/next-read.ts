import type { AccountCardError, AccountCardErrorKind } from '#laso/account-card/account-card-error.ts';

/** A new card is usually there within seconds (laso-api.md §9). */
const PENDING_MS = 2_000;
/** One that takes longer may be stuck: it is asked about more slowly, and the page says so. */
export const SLOW_AFTER_MS = 30_000;
const SLOW_MS = 10_000;
const IDLE_MS = 60_000;

/** Asking again changes nothing: somebody has to do something first. */
const HOPELESS = new Set<AccountCardErrorKind>([
  'unauthorized',
  'forbidden',
  'client-key-refused',
  'client-key-missing',
]);

/** When to read again by itself, in ms; null for never. `waitingSinceMs`: a card is being made, or an order is open. */
export function nextReadMs(
  known: { error: AccountCardError | null; failures: number },
  waitingSinceMs: number | null,
  nowMs: number,
): number | null {
  if (known.error) {
    if (HOPELESS.has(known.error.kind)) return null;
    return Math.max(known.error.retryAfterMs ?? 0, Math.min(5_000 * 2 ** (known.failures - 1), IDLE_MS));
  }
  if (waitingSinceMs === null) return IDLE_MS;
  return nowMs - waitingSinceMs < SLOW_AFTER_MS ? PENDING_MS : SLOW_MS;
}
