import { BASE } from '#domain/chain.ts';
import type { Offer } from './challenge.ts';
import type { Finding } from './finding.ts';

interface Quote {
  readonly offer: Offer | null;
  readonly findings: readonly Finding[];
}

/** Whether two quotes ask for the same payment. A difference sends the person back to the review. */
export const sameTerms = (before: Quote, now: Quote): boolean =>
  now.findings.length === 0 && termsOf(before) === termsOf(now);

function termsOf({ offer }: Quote): string | null {
  if (!offer) return null;
  const { network, asset, payTo, amountAtomic, maxTimeoutSeconds } = offer;
  const text = [network, asset, payTo, amountAtomic, maxTimeoutSeconds].join(' ');
  // Capitals mean something in Solana's base58 addresses only; in Base's they are a checksum.
  return network === BASE ? text.toLowerCase() : text;
}
