import { PRODUCT_FACTS, type ProductFacts } from './product-facts.ts';

/** What Laso sells, and the sign-in that costs a payment (laso-api.md §1.3, §3). */
export type ProductKind = keyof typeof PRODUCT_FACTS;

const isKind = (text: string): text is ProductKind => Object.hasOwn(PRODUCT_FACTS, text);

/** The kind of a stored payment; null for one that an older or newer version of this page wrote and this one does not know. */
export const kindOf = (text: string): ProductKind | null => (isKind(text) ? text : null);

/** The facts of a stored payment's product; null for an unknown kind. */
export const factsOf = (text: string): ProductFacts | null => (isKind(text) ? PRODUCT_FACTS[text] : null);
