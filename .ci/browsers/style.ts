import type { Identifier } from '@mdn/browser-compat-data/types';
import { parse, type ChildNode, type Declaration } from 'postcss';
import { BASELINE } from './baseline.ts';
import type { Accepted } from './bundle.ts';
import { children, css, entry, lackedBy } from './compat.ts';
import type { Finding } from './finding.ts';

/**
 * Checks a stylesheet against the baseline: properties, keywords, functions, units, selectors, at-rules,
 * nesting. What `@supports` checks for first passes.
 */
export function newerInStyle(file: string, text: string, accepted: Accepted): Finding[] {
  const found: Finding[] = [];
  parse(text).walk((node) => {
    if (asksFirst(node)) return;
    for (const [what, feature] of features(node)) {
      const lacks = lackedBy(feature, BASELINE);
      if (lacks.length > 0 && !(what in accepted))
        found.push({ file, line: node.source?.start?.line ?? 1, what, lackedBy: lacks });
    }
  });
  return found;
}

type Named = readonly [what: string, feature: Identifier | undefined];

function features(node: ChildNode): Named[] {
  if (node.type === 'decl') return ofDeclaration(node);
  if (node.type === 'atrule') return [[`@${node.name}`, entry(css['at-rules'], node.name)]];
  if (node.type !== 'rule') return [];
  const nested = node.parent?.type === 'rule' ? [['nesting', css.selectors['nesting']] as const] : [];
  return [
    ...nested,
    ...[...node.selector.matchAll(/(?<!\\):(:?)([a-z][a-z-]*)/g)].map(([text, , name = '']): Named => [
      text,
      entry(css.selectors, name),
    ]),
  ];
}

function ofDeclaration({ prop, value }: Declaration): Named[] {
  const property = entry(css.properties, prop);
  const words = value.match(/(?<![\w-])[a-z][a-z-]*(?![\w(-])/g) ?? [];
  return [
    [prop, property],
    ...words.map((word): Named => [
      `${prop}: ${word}`,
      entry(property, word.replaceAll('-', '_')) ?? entry(property, word),
    ]),
    ...[...value.matchAll(/([a-z][a-z-]*)\(/g)].map(([, name = '']): Named => [
      `${name}()`,
      functions.get(name),
    ]),
    ...[...value.matchAll(/\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)\(\s*from\b/g)].map((): Named => [
      'a relative color',
      css.types['color']?.['rgb']?.['relative_syntax'],
    ]),
    ...[...value.matchAll(/\d(r?lh|r?cap|r?ic|rch|rex)\b/g)].map(([, unit = '']): Named => [
      unit,
      entry(css.types['length'], unit),
    ]),
  ];
}

/** Every function of `css.types`, at any depth. */
const functions = new Map<string, Identifier>();
function collect(parent: Identifier): void {
  for (const [name, known] of children(parent)) {
    if (!functions.has(name)) functions.set(name, known);
    collect(known);
  }
}
collect(css.types);

function asksFirst(node: ChildNode): boolean {
  for (let at = node.parent; at; at = at.parent as typeof at)
    if (at.type === 'atrule' && 'name' in at && at.name === 'supports') return true;
  return false;
}
