import { countryOptions } from '#domain/countries.ts';
import type { GiftCardCatalogue } from '#laso/search-gift-cards.ts';

export interface Option {
  value: string;
  label: string;
}

export interface CatalogueOptions {
  countries: readonly Option[];
  currencies: readonly Option[];
  /** Empty where Laso serves none. */
  categories: readonly Option[];
}

const any = (label: string): Option => ({ value: '', label });
const same = (value: string): Option => ({ value, label: value });

/** What the catalogue can be filtered by: Laso's facets, else what its products say, else every country. */
export function catalogueOptions(catalogue: GiftCardCatalogue | undefined): CatalogueOptions {
  const { facets = null, products = [] } = catalogue ?? {};
  const found = (read: (product: (typeof products)[number]) => string | null): string[] =>
    [...new Set(products.flatMap((product) => read(product) ?? []))].toSorted();
  const countries = facets?.countries ?? found(({ country }) => country);
  const currencies = facets?.currencies ?? found(({ currency }) => currency);
  const categories = facets?.categories ?? found(({ category }) => category);
  return {
    countries: [any('Any country'), ...(countries.length > 0 ? countryOptions(countries) : countryOptions())],
    currencies: [any('Any currency'), ...currencies.map(same)],
    categories: categories.length === 0 ? [] : [any('Any category'), ...categories.map(same)],
  };
}
