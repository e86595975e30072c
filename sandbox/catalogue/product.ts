/**
 * One product of the gift-card catalog as the sandbox stores it. Amounts are decimal text in the product's
 * currency, as Laso writes them.
 */
export interface CatalogueProduct {
  id: string;
  name: string;
  description: string;
  category: string;
  /** ISO 3166-1 alpha-2; null: good in every country. */
  country: string | null;
  /** ISO 4217; null: not stated, and dollars are meant. */
  currency: string | null;
  min: string;
  max: string;
  increment: string;
  /** Only these amounts, when given. */
  denominations: string[] | null;
  /** Laso's own ("/pictures/…", served here), one on another host, or null for none. */
  picture: string | null;
  brand: { description: string | null; redemption: string | null } | null;
  /** On top, in hundredths of a percent, where the newer form is served. */
  feeBps: number;
  redeemedBy: 'code' | 'code-and-pin' | 'link';
}
