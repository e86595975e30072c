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
/** A list that is read anyway tells the card's page too, always before this. */
const SINGLE_IDLE_MS = 65_000;
/** Nothing becomes of these any more. */
const FINAL = new Set<Card['status']>(['refunded', 'archived']);

interface PollState {
  cards: readonly Card[] | undefined;
  error: unknown;
  failuresInARow: number;
  nowMs: number;
  /** When a new balance of the card was last asked for. */
  refreshedAtMs?: number | undefined;
  /** It is one card's own read, not a list's. */
  single?: boolean;
}

/** When to ask for cards again, in ms; false when asking again cannot help. For react-query's `refetchInterval`. */
export function cardPollInterval(state: PollState): number | false {
  const { cards, error, nowMs, refreshedAtMs } = state;
  if (error) return pollAfterError(error, state.failuresInARow);
  const pending = cards?.filter(isBeingIssued) ?? [];
  if (pending.length > 0)
    return pending.some((card) => pendingForMs(card, nowMs) < SLOW_AFTER_MS) ? PENDING_MS : SLOW_PENDING_MS;
  const awaited = refreshedAtMs !== undefined && nowMs - refreshedAtMs < AWAIT_REFRESH_MS;
  if (awaited) return REFRESHED_MS;
  if (!state.single) return IDLE_MS;
  return !cards?.every(({ status }) => FINAL.has(status)) && SINGLE_IDLE_MS;
}

/** It takes seconds, so somebody waits for it. Alone, a pending card may not tell its type; international ones are never pending. */
export const isBeingIssued = ({ type, status }: Pick<Card, 'type' | 'status'>): boolean =>
  type !== 'intl' && status === 'pending';

const firstSeen = new Map<string, number>();

/** How long a card has been pending: since Laso says it was ordered, else since this page first saw it so. Never negative. */
export function pendingForMs(card: Pick<Card, 'id' | 'orderedAtMs'>, nowMs: number): number {
  const seen = firstSeen.get(card.id) ?? nowMs;
  firstSeen.set(card.id, seen);
  return Math.max(0, nowMs - Math.min(card.orderedAtMs ?? seen, seen));
}
