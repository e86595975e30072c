import type { SignalThresholds } from './signal.ts';

/**
 * What a threshold may be, both included. Shorter times would report things that are on their usual way;
 * longer ones would report nothing.
 */
export const THRESHOLD_BOUNDS: Partial<
  Record<keyof SignalThresholds, readonly [least: number, most: number]>
> = {
  // A card takes 7 to 10 seconds (laso-api.md §4.2).
  lateCardSeconds: [15, 86_400],
  lateOrderHours: [1, 720],
  lateRefundDays: [1, 365],
  lateWithdrawalMinutes: [5, 10_080],
};

export function withinBounds(key: keyof SignalThresholds, figure: number): boolean {
  const [least, most] = THRESHOLD_BOUNDS[key] ?? [1, Number.MAX_SAFE_INTEGER];
  return Number.isSafeInteger(figure) && least <= figure && figure <= most;
}
