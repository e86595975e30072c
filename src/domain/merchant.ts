import type { ListGap } from './list-gap.ts';

/** Whether a card worked when it was tried there. `unknown` is untried, not refused (laso-api.md §6). */
export type MerchantStatus = 'accepted' | 'not-accepted' | 'unknown';

export interface Merchant {
  name: string;
  /** "amazon.com": text, never a link; it came from a server. */
  url: string | null;
  status: MerchantStatus;
  /** Laso's own word where it is none of those known: shown as it is. */
  otherStatus: string | null;
  /** Why no card works there, whatever was tried: banks and money transfer. Laso's own words. */
  restriction: string | null;
  description: string | null;
  notes: string | null;
}

export interface MerchantAnswer {
  merchants: Merchant[];
  /** Which card the answer is about: older APIs only know the U.S. one. */
  cardType: 'us' | 'intl';
  /** Laso's own caveat. */
  note: string | null;
  /** Entries that could not be read. */
  skipped: number;
  /** What the answer leaves out. */
  gap: ListGap | null;
}
