import type { ReconcileReport } from '#payments/reconcile/reconcile.ts';

const SOON_MS = 10_000;
const LATER_MS = 60_000;
/** A card is there within seconds after the payment; what is not there by then needs a person. */
const STILL_ORDERING_SEC = 600;

/** Something is awaited, so a hidden tab looks too, but not as often. */
const HIDDEN_MS = 30_000;

/** When to look again by itself (ms), false = only when asked or when the page is looked at again. */
export function evidenceInterval(
  looked: readonly ReconcileReport[] | undefined,
  nowMs: number,
  hidden = false,
): number | false {
  const waits = (looked ?? []).map(({ chain }) => {
    if (chain.kind === 'open')
      return Math.min(Math.max((chain.certainAtMs ?? nowMs + LATER_MS) - nowMs, SOON_MS), LATER_MS);
    if (chain.kind === 'unreadable') return LATER_MS;
    const ordering = chain.kind === 'settled' && nowMs / 1000 - chain.atSec < STILL_ORDERING_SEC;
    return ordering ? SOON_MS : null;
  });
  const soonest = Math.min(...waits.filter((wait) => wait !== null));
  if (!Number.isFinite(soonest)) return false;
  return hidden ? Math.max(soonest, HIDDEN_MS) : soonest;
}
