import type { Identifier } from '@mdn/browser-compat-data/types';
import { BASELINE, type Browsers } from './baseline.ts';
import { api, builtins, lackedBy } from './compat.ts';

/** "Map" + "groupBy"; "window" + "requestIdleCallback"; "Intl.NumberFormat" + "formatRange". */
export interface NewerName {
  readonly owner: string;
  readonly name: string;
  readonly lackedBy: readonly string[];
}

/** Every name of a built-in that some browser of the baseline lacks, outer ones last: they can be deleted in this order. */
export function newerNames(browsers: Browsers = BASELINE): NewerName[] {
  return [
    ...namesIn(builtins, '', browsers),
    ...Object.entries(api)
      // What is newer as a whole is met by its own name first, or by the one that leads to it.
      .filter(([, known]) => lackedBy(known, browsers).length === 0)
      .flatMap(([owner, known]) => namesOf(known, owner === 'Window' ? 'window' : owner, browsers)),
    ...namesOf(builtins, 'window', browsers),
    ...namesOf(api, 'window', browsers),
  ];
}

/** Members of what stands here, and of what stands in it (`Intl`). */
function namesIn(parent: Identifier, path: string, browsers: Browsers): NewerName[] {
  return Object.entries(parent).flatMap(([name, known]) => {
    if (name === '__compat') return [];
    const owner = path === '' ? name : `${path}.${name}`;
    return [
      ...(/^[A-Z]/.test(name) ? namesIn(known, owner, browsers) : []),
      ...namesOf(known, owner, browsers),
    ];
  });
}

function namesOf(parent: Identifier, owner: string, browsers: Browsers): NewerName[] {
  return Object.entries(parent).flatMap(([key, known]) => {
    const name = key.replace(/_static$/, '');
    // "options_durability_parameter", "scrollend_event": no names that a script could meet.
    if (key === '__compat' || !/^[A-Za-z0-9$]+$/.test(name)) return [];
    const lacks = lackedBy(known, browsers);
    return lacks.length > 0 ? [{ owner, name, lackedBy: lacks }] : [];
  });
}
