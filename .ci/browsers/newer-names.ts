import type { Identifier } from '@mdn/browser-compat-data/types';
import { BASELINE, type Browsers } from './baseline.ts';
import { api, builtins, children, lackedBy } from './compat.ts';

/** "Map" + "groupBy"; "window" + "requestIdleCallback"; "Intl.NumberFormat" + "formatRange". */
export interface NewerName {
  readonly owner: string;
  readonly name: string;
  /** A member of `Response` itself or of each response: the data of the language do not say which. */
  readonly place: 'static' | 'member' | 'either';
  readonly lackedBy: readonly string[];
}

/**
 * Every built-in name that some browser of the baseline lacks. Outer names come last, so a test can delete
 * them in this order.
 */
export function newerNames(browsers: Browsers = BASELINE): NewerName[] {
  return [
    ...ofLanguage(builtins, '', browsers),
    ...children(api)
      // Where the whole object is newer, code meets its own name, or the name that leads to it, first.
      .filter(([, known]) => lackedBy(known, browsers).length === 0)
      .flatMap(([owner, known]) => ofInterface(known, owner, browsers)),
    ...named(builtins, 'window', 'static', browsers),
    ...named(api, 'window', 'static', browsers),
  ];
}

/** The members of this object, and of the objects in it (`Intl`). */
const ofLanguage = (parent: Identifier, path: string, browsers: Browsers): NewerName[] =>
  children(parent).flatMap(([name, known]) => {
    const owner = path === '' ? name : `${path}.${name}`;
    const inner = /^[A-Z]/.test(name) ? ofLanguage(known, owner, browsers) : [];
    return [...inner, ...named(known, owner, 'either', browsers)];
  });

const ofInterface = (known: Identifier, owner: string, browsers: Browsers): NewerName[] =>
  owner === 'Window'
    ? named(known, 'window', 'static', browsers)
    : named(known, owner, 'member', browsers).map((each) => {
        const name = each.name.replace(/_static$/, '');
        return name === each.name ? each : { ...each, name, place: 'static' };
      });

function named(
  parent: Identifier,
  owner: string,
  place: NewerName['place'],
  browsers: Browsers,
): NewerName[] {
  return children(parent).flatMap(([name, known]) => {
    // "options_durability_parameter", "scrollend_event": a script cannot use these names.
    if (!/^[A-Za-z0-9$]+(_static)?$/.test(name)) return [];
    const lacks = lackedBy(known, browsers);
    return lacks.length > 0 ? [{ owner, name, place, lackedBy: lacks }] : [];
  });
}
