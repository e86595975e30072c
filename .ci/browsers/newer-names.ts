import type { Identifier } from '@mdn/browser-compat-data/types';
import { BASELINE, type Browsers } from './baseline.ts';
import { api, builtins, children, lackedBy } from './compat.ts';

/** "Map" + "groupBy"; "window" + "requestIdleCallback"; "Intl.NumberFormat" + "formatRange". */
export interface NewerName {
  readonly owner: string;
  readonly name: string;
  /** Of `Response` itself, or of each response; the data of the language do not tell. */
  readonly place: 'static' | 'member' | 'either';
  readonly lackedBy: readonly string[];
}

/** Every name of a built-in that some browser of the baseline lacks, outer ones last: they can be deleted in this order. */
export function newerNames(browsers: Browsers = BASELINE): NewerName[] {
  return [
    ...ofLanguage(builtins, '', browsers),
    ...children(api)
      // What is newer as a whole is met by its own name first, or by the one that leads to it.
      .filter(([, known]) => lackedBy(known, browsers).length === 0)
      .flatMap(([owner, known]) => ofInterface(known, owner, browsers)),
    ...named(builtins, 'window', 'static', browsers),
    ...named(api, 'window', 'static', browsers),
  ];
}

/** Members of what stands here, and of what stands in it (`Intl`). */
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
    // "options_durability_parameter", "scrollend_event": no names that a script could meet.
    if (!/^[A-Za-z0-9$]+(_static)?$/.test(name)) return [];
    const lacks = lackedBy(known, browsers);
    return lacks.length > 0 ? [{ owner, name, place, lackedBy: lacks }] : [];
  });
}
