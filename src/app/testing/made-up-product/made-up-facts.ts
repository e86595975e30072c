/** For tests: the facts of a product that Laso does not sell, as its entry in domain/product-facts.ts would be. */
import type { ProductFacts } from '#domain/product-facts.ts';

export const MADE_UP_KIND = 'made-up';

export const MADE_UP_FACTS = {
  name: 'Concert seat',
  sentenceStart: 'A concert seat',
  list: null,
  activity: 'purchase',
  signsIn: false,
  sameOrderBy: ['seat'],
} as const satisfies ProductFacts;
