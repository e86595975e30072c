import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { GiftCardFilters } from '#laso/search-gift-cards.ts';

const NAMES = { text: 'q', country: 'country', currency: 'currency', category: 'category' } as const;
const WRITE_AFTER_MS = 300;

/**
 * The catalogue's filters, kept in the address (`?q=&country=`) so that Back from a product finds them again. Typing comes first: the address
 * follows when the typing rests.
 */
export function useCatalogueFilters(): [GiftCardFilters, (changes: Partial<GiftCardFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const [filters, setFilters] = useState<GiftCardFilters>(() => ({
    text: params.get(NAMES.text) ?? '',
    country: params.get(NAMES.country) ?? '',
    currency: params.get(NAMES.currency) ?? '',
    category: params.get(NAMES.category) ?? '',
  }));
  const wanted = queryOf(filters);
  useEffect(() => {
    if (wanted === params.toString()) return undefined;
    const timer = setTimeout(() => setParams(wanted, { replace: true }), WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted, params, setParams]);
  return [filters, (changes) => setFilters((before) => ({ ...before, ...changes }))];
}

/** Only what is set. */
function queryOf(filters: GiftCardFilters): string {
  const params = new URLSearchParams();
  for (const name of ['text', 'country', 'currency', 'category'] as const)
    if (filters[name] !== '') params.set(NAMES[name], filters[name]);
  return params.toString();
}
