import type { AccountCardError, AccountCardErrorKind } from '#laso/account-card/account-card-error.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import type { Verification } from '#laso/account-card/read-verification.ts';

/** "Provisioning typically completes within a few seconds" (the issuer's guide to ordering). */
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

/** When to read again by itself, in ms; null for never. `ordered`: an order was taken here and the card is not to be seen yet. */
export function nextReadMs(
  known: {
    card: AccountCard | null | undefined;
    verification: Verification | null;
    error: AccountCardError | null;
    failures: number;
  },
  ordered: boolean,
  nowMs: number,
): number | null {
  if (known.error) {
    if (HOPELESS.has(known.error.kind)) return null;
    return Math.max(known.error.retryAfterMs ?? 0, Math.min(5_000 * 2 ** (known.failures - 1), IDLE_MS));
  }
  const pending = known.card?.status === 'PENDING';
  if (pending) return pendingForMs(known.card, nowMs) < SLOW_AFTER_MS ? PENDING_MS : SLOW_MS;
  return ordered && !known.card ? PENDING_MS : IDLE_MS;
}

const firstSeen = new Map<string, number>();

/** How long a card has been pending: since it was ordered, else since this page first saw it so. Never negative. */
export function pendingForMs(card: AccountCard | null | undefined, nowMs: number): number {
  const key = card?.id ?? '';
  const seen = firstSeen.get(key) ?? nowMs;
  firstSeen.set(key, seen);
  return Math.max(0, nowMs - Math.min(card?.orderedAtMs ?? seen, seen));
}
