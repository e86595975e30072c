import type { Card } from '#domain/card.ts';
import { pollAfterError } from '#laso/poll-after-error.ts';

/** Laso asks for 2–3 s while a U.S. card is being issued (laso-card-lifecycle, "Polling best practices"). */
const PENDING_MS = 2_500;
/** A card that takes longer than this may be stuck: it is asked about more slowly, and the page says so. */
export const SLOW_AFTER_MS = 30_000;
const SLOW_PENDING_MS = 10_000;
/** A new balance was asked for: it comes within seconds, or not soon. */
const REFRESHED_MS = 5_000;
const AWAIT_REFRESH_MS = 30_000;
const IDLE_MS = 60_000;

interface PollState {
  cards: readonly Card[] | undefined;
  error: unknown;
  failuresInARow: number;
  nowMs: number;
  /** When a new balance of the card was last asked for. */
  refreshedAtMs?: number | undefined;
}

/** When to ask for cards again, in ms; false when asking again cannot help. For react-query's `refetchInterval`. */
export function cardPollInterval(state: PollState): number | false {
  const { cards, error, nowMs, refreshedAtMs } = state;
  if (error) return pollAfterError(error, state.failuresInARow);
  const pending = cards?.filter((card) => card.type === 'us' && card.status === 'pending') ?? [];
  if (pending.length > 0)
    return pending.some((card) => pendingForMs(card, nowMs) < SLOW_AFTER_MS) ? PENDING_MS : SLOW_PENDING_MS;
  const awaited = refreshedAtMs !== undefined && nowMs - refreshedAtMs < AWAIT_REFRESH_MS;
  return awaited ? REFRESHED_MS : IDLE_MS;
}

const firstSeen = new Map<string, number>();

/** How long a card has been pending: since Laso says it was ordered, else since this page first saw it so. Never negative. */
export function pendingForMs(card: Pick<Card, 'id' | 'orderedAtMs'>, nowMs: number): number {
  const seen = firstSeen.get(card.id) ?? nowMs;
  firstSeen.set(card.id, seen);
  return Math.max(0, nowMs - Math.min(card.orderedAtMs ?? seen, seen));
}
