/** The provider's limits for asking for a new balance of a U.S. card (laso-api.md: once per 5 min, at most 24 in any 24 h). */
const GAP_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const PER_DAY = 24;
const KEY = 'laso.balance-refreshes';

export interface RefreshAllowance {
  /** 0 = now. */
  waitMs: number;
  leftToday: number;
}

/** From the times (ms) of earlier requests for one card. Pure. */
export function refreshAllowance(requestedAtMs: readonly number[], nowMs: number): RefreshAllowance {
  const today = requestedAtMs.filter((at) => at > nowMs - DAY_MS && at <= nowMs).toSorted((a, b) => a - b);
  const last = today.at(-1);
  const oldestThatCounts = today.at(-PER_DAY);
  const afterLast = last === undefined ? 0 : last + GAP_MS - nowMs;
  const afterDay = oldestThatCounts === undefined ? 0 : oldestThatCounts + DAY_MS - nowMs;
  return { waitMs: Math.max(0, afterLast, afterDay), leftToday: Math.max(0, PER_DAY - today.length) };
}

/** Requests this browser made for a card, kept over reloads. Other devices' requests are only learnt from a refusal. */
export function readRefreshes(cardId: string): number[] {
  const times = readAll()[cardId];
  return Array.isArray(times) ? times.filter((at): at is number => typeof at === 'number') : [];
}

/** Notes a request made at `atMs` and forgets what no longer counts. */
export function noteRefresh(cardId: string, atMs: number): void {
  const recent = [...readRefreshes(cardId), atMs].filter((at) => at > atMs - DAY_MS);
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readAll(), [cardId]: recent }));
  } catch {
    // Without storage the provider's own refusal still protects the limit.
  }
}

function readAll(): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...stored } : {};
  } catch {
    return {};
  }
}
