import type { Offer } from './challenge.ts';
import type { OrderLimits } from './guard.ts';

/**
 * What an order may cost (product.md §4). `exact`: this and nothing else. `at-quote`: whatever Laso's quote says, never above what was
 * reviewed; `previewAtomic` is the documented formula's price, null where there is none (another currency). Atomic USDC.
 */
export type PriceRule =
  | { readonly kind: 'exact'; readonly atomic: bigint }
  | { readonly kind: 'at-quote'; readonly previewAtomic: bigint | null };

/** How a quote compares with the documented formula. `far-above` (more than 10 %) is paid only after the amount was typed. */
export interface PriceDeviation {
  readonly kind: 'above' | 'below' | 'far-above';
  readonly previewAtomic: bigint;
  /** In tenths of a percent, without sign, rounded up. */
  readonly perMille: number;
}

/** A server may round to the cent where the formula does not. */
const ROUNDING_ATOMIC = 10_000n;

/** Null: as documented, or nothing is documented. */
export function priceDeviation(rule: PriceRule, amountAtomic: bigint): PriceDeviation | null {
  // A wrong exact price is a finding of the guard: it cannot be paid at all.
  if (rule.kind === 'exact' || rule.previewAtomic === null) return null;
  const { previewAtomic } = rule;
  const more = amountAtomic - previewAtomic;
  const size = more < 0n ? -more : more;
  if (size < ROUNDING_ATOMIC || previewAtomic <= 0n) return null;
  const farAbove = amountAtomic * 10n > previewAtomic * 11n;
  return {
    kind: more < 0n ? 'below' : farAbove ? 'far-above' : 'above',
    previewAtomic,
    perMille: Number((size * 1000n + previewAtomic - 1n) / previewAtomic),
  };
}

/** What the guard and the signer hold the order to, once its offer is known. */
export function limitsOf(rule: PriceRule, requestUrl: string, offer: Offer | null): OrderLimits {
  if (rule.kind === 'exact')
    return { requestUrl, exactAmountAtomic: rule.atomic, maxAmountAtomic: rule.atomic };
  return { requestUrl, maxAmountAtomic: offer?.amountAtomic ?? 0n };
}
