import type { ListGap } from '#domain/list-gap.ts';

/** Where servers put what they say about a list, unless it stands beside it. */
const PLACES = /^(?:pagination|paging|page_?info|page|meta(?:data)?|cursors|links)$/i;
const MORE = /^(?:has_?(?:more|next(?:_?page)?)|truncated)$/i;
/** A cursor, an address or a number of a page. */
const NEXT = /^(?:next(?:_?(?:cursor|page|page_?token|url))?|cursor)$/i;
const TOTAL = /^(?:total(?:_?(?:count|items))?|count)$/i;

/**
 * What the answer with a list says about entries that did not come with it; null when nothing is missing.
 * Laso's documents know no pages (laso-api.md §4.1): this is for the day they come, because a first page
 * taken for the whole makes every total too low.
 */
export function gapOf(body: Readonly<Record<string, unknown>>, came: number): ListGap | null {
  const beside = Object.entries(body);
  const said = beside.flatMap(([name, value]) =>
    PLACES.test(name) ? Object.entries(Object(value)) : [[name, value] as const],
  );
  const of = (names: RegExp): string[] =>
    said.flatMap(([name, value]) => (names.test(name) && isSaid(value) ? [String(value)] : []));
  // Whole numbers only: an amount of money is no count.
  const total = Math.max(0, ...of(TOTAL).flatMap((text) => (/^\d{1,9}$/.test(text) ? [Number(text)] : [])));
  if (total > came) return { came, total };
  const [more = String(of(NEXT).some((text) => text !== 'false' && text !== '0'))] = of(MORE);
  return more === 'true' ? { came, total: null } : null;
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
