import { ownValue } from '#domain/own-value.ts';
import { BALANCE_REFRESHES_KEY, BALANCE_REFUSALS_KEY } from '#storage/keys.ts';

/**
 * The provider's limits for asking for a new balance of a U.S. card (laso-api.md §4.5): once per 5 min, at most 12 in any 24 h. An older edition
 * allows 24, and some refusals still say so: the smaller number is never refused.
 */
export const GAP_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
export const REFRESHES_PER_DAY = 12;
/** Screens show whole seconds: a request can be a little newer than "now". */
const CLOCK_STEP_MS = 5_000;

interface RefreshAllowance {
  /** 0 = now. */
  waitMs: number;
  leftToday: number;
}

/** From the times (ms) of earlier requests for one card, and until when the provider refused. Pure. */
export function refreshAllowance(
  requestedAtMs: readonly number[],
  nowMs: number,
  refusedUntilMs = 0,
): RefreshAllowance {
  const today = requestedAtMs
    .filter((at) => at > nowMs - DAY_MS && at <= nowMs + CLOCK_STEP_MS)
    .toSorted((a, b) => a - b);
  const last = today.at(-1);
  const oldestThatCounts = today.at(-REFRESHES_PER_DAY);
  const afterLast = last === undefined ? 0 : last + GAP_MS - nowMs;
  const afterDay = oldestThatCounts === undefined ? 0 : oldestThatCounts + DAY_MS - nowMs;
  // A refusal never lasts longer than the limits do: a clock that was set back must not lock the button for years.
  const afterRefusal = refusedUntilMs - nowMs > DAY_MS ? 0 : refusedUntilMs - nowMs;
  return {
    waitMs: Math.max(0, afterLast, afterDay, afterRefusal),
    leftToday: Math.max(0, REFRESHES_PER_DAY - today.length),
  };
}

/** Requests this browser made for a card, kept over reloads. Other devices' requests are only learnt from a refusal. */
export function readRefreshes(cardId: string): number[] {
  const times = ownValue(readAll(BALANCE_REFRESHES_KEY), cardId);
  return Array.isArray(times) ? times.filter((at): at is number => typeof at === 'number') : [];
}

/** Cards for which this browser noted requests. */
export const refreshedCards = (): string[] => Object.keys(readAll(BALANCE_REFRESHES_KEY));

/** Notes a request made at `atMs` and forgets what no longer counts. */
export function noteRefresh(cardId: string, atMs: number): void {
  const recent = [...readRefreshes(cardId), atMs].filter((at) => at > atMs - DAY_MS);
  write(BALANCE_REFRESHES_KEY, cardId, recent);
}

/** Until when (ms) the provider said to wait; 0 when it did not. */
export function readRefusedUntil(cardId: string): number {
  const until = ownValue(readAll(BALANCE_REFUSALS_KEY), cardId);
  return typeof until === 'number' ? until : 0;
}

export function noteRefusedUntil(cardId: string, untilMs: number): void {
  write(BALANCE_REFUSALS_KEY, cardId, untilMs);
}

function write(key: string, cardId: string, value: number | number[]): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readAll(key), [cardId]: value }));
  } catch {
    // Without storage the provider's own refusal still protects the limit.
  }
}

function readAll(key: string): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}
