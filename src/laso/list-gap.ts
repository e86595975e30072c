import type { ListGap } from '#domain/list-gap.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where servers put what they say about a list, beside it or in an object of its own. */
const PLACES = [
  'pagination',
  'paging',
  'page_info',
  'pageInfo',
  'page',
  'meta',
  'metadata',
  'cursors',
  'links',
];
const MORE = ['has_more', 'hasMore', 'has_next', 'hasNext', 'has_next_page', 'hasNextPage', 'truncated'];
const NEXT = [
  'next_cursor',
  'nextCursor',
  'next_page',
  'nextPage',
  'next_page_token',
  'nextPageToken',
  'next_url',
  'next',
  'cursor',
];
const TOTAL = ['total', 'total_count', 'totalCount', 'total_items', 'totalItems', 'count'];

/**
 * What the answer with a list says about entries that did not come with it; null when nothing is missing. Laso's documents know no pages
 * (laso-api.md §4.1): this is for the day they come, because a first page taken for the whole makes every total too low.
 */
export function gapOf(body: Fields, came: number): ListGap | null {
  const said = [body, ...PLACES.flatMap((name) => fieldsOf(body[name]))];
  const first = (names: readonly string[], isIt: (value: unknown) => boolean): unknown =>
    said.flatMap((fields) => names.map((name) => fields[name])).find(isIt);
  const total = said
    .flatMap((fields) => TOTAL.flatMap((name) => countOf(fields[name])))
    .reduce((most, count) => Math.max(most, count), 0);
  if (total > came) return { came, total };
  const more = first(MORE, isFlag);
  const isMore = more === undefined ? first(NEXT, isThere) !== undefined : String(more) === 'true';
  return isMore ? { came, total: null } : null;
}

const fieldsOf = (value: unknown): Fields[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? [Object.fromEntries(Object.entries(value))]
    : [];

const isFlag = (value: unknown): boolean => /^(?:true|false)$/.test(String(value));

/** A cursor, an address, a number of a page; null, false and "" say that there is none. */
const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== '' && value !== 0;

/** A whole number, also as text; an amount of money is none. */
function countOf(value: unknown): number[] {
  const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? [count] : [];
}
