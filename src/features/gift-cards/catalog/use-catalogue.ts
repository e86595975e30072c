import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { nameMatcher, type GiftCardProduct } from '#domain/gift-card.ts';
import type { Laso } from '#session/laso-context.ts';
import type { GiftCardFilters } from '#laso/search-gift-cards.ts';
import { useReadProblem } from '#session/use-read-problem.ts';
import { useSettled } from '#ui/use-settled.ts';
import { catalogueOptions } from './catalogue-options.ts';
import { EVERYTHING, giftCardQueries } from '../queries.ts';

/** A pause in typing that is worth a question to Laso. */
const DEBOUNCE_MS = 200;

const NONE: readonly GiftCardProduct[] = [];

/**
 * The catalogue as it is filtered. What was typed filters what is here at once, by name; 200 ms later Laso's own search answers, and a question
 * that was overtaken is cancelled.
 */
export function useCatalogue(laso: Laso, typed: GiftCardFilters) {
  // Tens of thousands are looked through after the letter is on screen, and not at all for one that the next letter overtook.
  const filters = useDeferredValue(typed);
  const asked = useSettled(filters.text.trim(), DEBOUNCE_MS);
  const all = useQuery(giftCardQueries.catalogue(laso, EVERYTHING));
  const read = useQuery(giftCardQueries.catalogue(laso, { ...filters, text: asked }));
  const problem = useReadProblem('the catalog', read);
  // A question that failed leaves what was read before: react-query keeps that only while it is asked.
  const shown = read.data ?? all.data;
  const answered = shown?.products ?? NONE;
  // Laso may find what no name says: its own answer to just this question stands as it is.
  const isAnswer = asked === filters.text.trim() && !read.isPlaceholderData && !read.isError;
  const everything = all.data?.products ?? NONE;
  const products = useMemo(
    () => (isAnswer ? withMissed(answered, everything, filters) : matching(answered, filters)),
    [isAnswer, answered, everything, filters],
  );
  // Looks at every product: not before the first of them are on screen.
  const settled = useDeferredValue(all.data, undefined);
  const options = useMemo(() => catalogueOptions(settled), [settled]);
  return {
    products,
    options,
    problem,
    /** What Laso's answer leaves out. */
    gap: shown?.gap ?? null,
    /** Entries of it that could not be read. */
    skipped: shown?.skipped ?? 0,
    isReady: shown !== undefined,
    /** What is on screen is our own guess until Laso has answered. */
    isSearching: !isAnswer && !problem,
    updatedAtMs: read.data && !read.isPlaceholderData ? read.dataUpdatedAt : null,
  };
}

/** Laso's search knows no accents and no typographer's signs: what it missed only for that stands behind its answer. */
function withMissed(
  answered: readonly GiftCardProduct[],
  everything: readonly GiftCardProduct[],
  filters: GiftCardFilters,
): readonly GiftCardProduct[] {
  const words = filters.text.trim().toLowerCase().split(/\s+/);
  if (words.join('') === '') return answered;
  const foundBy = (name: string) => words.every((word) => name.includes(word));
  const found = matching(everything, filters).filter(({ name }) => !foundBy(name.toLowerCase()));
  if (found.length === 0) return answered;
  const ids = new Set(answered.map(({ id }) => id));
  const missed = found.filter(({ id }) => !ids.has(id));
  return missed.length === 0 ? answered : [...answered, ...missed];
}

/** What can be told from the products themselves while Laso is asked. */
function matching(
  products: readonly GiftCardProduct[],
  filters: GiftCardFilters,
): readonly GiftCardProduct[] {
  const hasName = nameMatcher(filters.text);
  return products.filter(
    (product) =>
      hasName(product) &&
      (filters.currency === '' || product.currency === filters.currency) &&
      (filters.category === '' || product.category === null || product.category === filters.category) &&
      (filters.country === '' || product.country === null || product.country === filters.country),
  );
}
