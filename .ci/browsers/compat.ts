import bcd, {
  type BrowserName,
  type Identifier,
  type SimpleSupportStatement,
  type SupportStatement,
} from '@mdn/browser-compat-data/forLegacyNode';
import type { Browsers } from './baseline.ts';

/**
 * MDN's data on which browser has which feature since when. It is not ours, so it cannot share our mistakes.
 */
export const { builtins } = bcd.javascript as { builtins: Identifier };
export const { api, css, html } = bcd;

const EDITIONS: Record<keyof Browsers, readonly [BrowserName, string][]> = {
  safari: [
    ['safari', 'Safari'],
    ['safari_ios', 'Safari on iOS'],
  ],
  chrome: [
    ['chrome', 'Chrome'],
    ['chrome_android', 'Chrome on Android'],
  ],
  edge: [['edge', 'Edge']],
  firefox: [
    ['firefox', 'Firefox'],
    ['firefox_android', 'Firefox on Android'],
  ],
};

/**
 * "Safari before 17.4" for each browser that lacks the
 * feature; empty when all have it or the data say nothing.
 */
export function lackedBy(feature: Identifier | undefined, browsers: Browsers): readonly string[] {
  if (!feature) return [];
  const of = looked.get(browsers) ?? new WeakMap<Identifier, readonly string[]>();
  looked.set(browsers, of);
  const lacks = of.get(feature) ?? lookUp(feature, browsers);
  of.set(feature, lacks);
  return lacks;
}

const looked = new WeakMap<Browsers, WeakMap<Identifier, readonly string[]>>();

function lookUp(feature: Identifier, browsers: Browsers): readonly string[] {
  // oxlint-disable-next-line no-underscore-dangle -- MDN's name
  const support = feature.__compat?.support;
  if (!support) return [];
  return (Object.keys(EDITIONS) as (keyof Browsers)[]).flatMap((browser) =>
    EDITIONS[browser].flatMap(([id, name]) => {
      const since = firstVersion(support[id]);
      if (since <= browsers[browser]) return [];
      return [Number.isFinite(since) ? `${name} before ${since}` : `every ${name}`];
    }),
  );
}

/** The first version that has the feature, perhaps in part, without a flag and under its own name. */
function firstVersion(statement: SupportStatement | undefined): number {
  const entries: readonly SimpleSupportStatement[] = [statement ?? []].flat();
  const goesOn = ({ version_removed: removed }: SimpleSupportStatement): boolean =>
    !removed || entries.some((other) => other.version_added === removed);
  const versions = entries
    .filter((entry) => !entry.flags && !entry.prefix && !entry.alternative_name && goesOn(entry))
    .map(({ version_added: added }) => Number.parseFloat(String(added).replace('≤', '')))
    .filter((version) => !Number.isNaN(version));
  return Math.min(...versions, Number.POSITIVE_INFINITY);
}

/** The name's own entry; "constructor" is inherited and does not count. */
export const entry = (of: Identifier | undefined, name: string): Identifier | undefined =>
  of && Object.hasOwn(of, name) ? of[name] : undefined;

/** The entries inside an entry, without its own data. */
export const children = (of: Identifier): [string, Identifier][] =>
  Object.keys(of).flatMap((name): [string, Identifier][] => {
    const known = name === '__compat' ? undefined : of[name];
    return known ? [[name, known]] : [];
  });
