import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import type { ListGap } from '#domain/list-gap.ts';
import type { LasoClient } from './client.ts';
import { readProduct } from './gift-card-product.ts';
import { gapOf } from './list-gap.ts';
import { wireList, wireObject, readText } from './wire.ts';

/** The search's parameters; empty strings are not sent. */
export interface GiftCardFilters {
  readonly text: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Only where Laso serves categories. */
  readonly category: string;
}

/** What may be filtered by, of the whole catalog; null where Laso does not say (the older form). */
export interface GiftCardFacets {
  readonly categories: readonly string[];
  readonly currencies: readonly string[];
  readonly countries: readonly string[];
}

export interface GiftCardCatalogue {
  readonly products: readonly GiftCardProduct[];
  /** Entries of the answer without an id or a name: they can neither be shown nor ordered. */
  readonly skipped: number;
  readonly facets: GiftCardFacets | null;
  /** What the answer leaves out. */
  readonly gap: ListGap | null;
}

const facetsSchema = z.object({ categories: wireList, currencies: wireList, countries: wireList });
// Not `z.array`, which looks at each of tens of thousands and copies them.
const listSchema = z.custom<unknown[]>(Array.isArray);
const answerSchema = z.looseObject({ gift_cards: listSchema, facets: wireObject(facetsSchema) });

/**
 * `GET /search-gift-cards`: all matches at once, each product once. Products that cannot be read are counted.
 */
export async function searchGiftCards(
  client: LasoClient,
  account: AccountId,
  { text, country, currency, category }: GiftCardFilters,
  signal?: AbortSignal,
): Promise<GiftCardCatalogue> {
  const answer = await client.read({
    account,
    path: '/search-gift-cards',
    query: {
      q: text || undefined,
      country: country || undefined,
      currency: currency || undefined,
      category: category || undefined,
    },
    schema: answerSchema,
    signal,
  });
  const { gift_cards: list, facets } = answer;
  const seen = new Set<string>();
  const products: GiftCardProduct[] = [];
  let skipped = 0;
  for (const one of list) {
    const product = readProduct(one);
    if (!product) skipped += 1;
    if (!product || seen.has(product.id)) continue;
    seen.add(product.id);
    products.push(product);
  }
  return { products, skipped, facets: facets && facetsOf(facets), gap: gapOf(answer, list.length) };
}

const facetsOf = (facets: z.infer<typeof facetsSchema>): GiftCardFacets => ({
  categories: texts(facets.categories),
  currencies: texts(facets.currencies),
  countries: texts(facets.countries),
});

const texts = (list: readonly unknown[]): string[] =>
  [...new Set(list.flatMap((one) => readText(one) ?? []))].toSorted();
