import type { Card } from '#domain/card.ts';
import { LasoError } from '#laso/laso-error.ts';

/** Laso asks for 2–3 s while a U.S. card is being issued (laso-card-lifecycle, "Polling best practices"). */
const PENDING_MS = 2_500;
/** A card that takes longer than this may be stuck: it is asked about more slowly, and the page says so. */
export const SLOW_AFTER_MS = 30_000;
const SLOW_PENDING_MS = 10_000;
const IDLE_MS = 60_000;
const MAX_BACK_OFF_MS = 60_000;

interface PollState {
  cards: readonly Card[] | undefined;
  error: unknown;
  /** Failed reads in a row. */
  failures: number;
  nowMs: number;
}

/** When to ask for cards again, in ms; false when asking again cannot help. For react-query's `refetchInterval`. */
export function cardPollInterval({ cards, error, failures, nowMs }: PollState): number | false {
  if (error) return intervalAfterError(error, failures);
  const pending = cards?.filter((card) => card.type === 'us' && card.status === 'pending') ?? [];
  if (pending.length === 0) return IDLE_MS;
  return pending.some((card) => pendingForMs(card, nowMs) < SLOW_AFTER_MS) ? PENDING_MS : SLOW_PENDING_MS;
}

const firstSeen = new Map<string, number>();

/** How long a card has been pending: since Laso says it was ordered, else since this page first saw it so. Never negative. */
export function pendingForMs(card: Pick<Card, 'id' | 'orderedAtMs'>, nowMs: number): number {
  const seen = firstSeen.get(card.id) ?? nowMs;
  firstSeen.set(card.id, seen);
  return Math.max(0, nowMs - Math.min(card.orderedAtMs ?? seen, seen));
}

function intervalAfterError(error: unknown, failures: number): number | false {
  if (!(error instanceof LasoError)) return false;
  const backOff =
    Math.min(5_000 * 2 ** Math.max(0, failures - 1), MAX_BACK_OFF_MS) * (0.9 + Math.random() * 0.2);
  switch (error.kind) {
    case 'rate-limited':
      return Math.max(error.retryAfterMs ?? 0, backOff);
    case 'offline':
    case 'timeout':
    case 'server':
    case 'bad-answer':
      return backOff;
    default:
      return false;
  }
}
