import type { ListGap } from './list-gap.ts';

/** Whether a card worked where somebody tried. `unknown` is untried, not refused (laso-api.md §6). */
export type MerchantStatus = 'accepted' | 'not-accepted' | 'unknown';

export interface Merchant {
  name: string;
  /** "amazon.com": text, never a link; it came from a server. */
  url: string | null;
  status: MerchantStatus;
  description: string | null;
  notes: string | null;
}

export interface MerchantAnswer {
  merchants: Merchant[];
  /** Entries of the answer without a name or an address. */
  unread: number;
  /** Which card the answer is about: older APIs only know the U.S. one. */
  cardType: 'us' | 'intl';
  /** Laso's own caveat. */
  note: string | null;
  /** What the answer leaves out. */
  gap: ListGap | null;
}
