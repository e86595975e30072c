import { parse, type AnyNode } from 'acorn';
import { full } from 'acorn-walk';
import { BASELINE_SYNTAX } from './baseline.ts';
import type { Finding } from './finding.ts';
import { newerNames } from './newer-names.ts';

/** Newer features that libraries use, each with the reason why it does no harm. */
export type Accepted = Readonly<Record<string, string>>;

const newer = new Map(newerNames().map(({ owner, name, lackedBy }) => [`${owner}.${name}`, lackedBy]));

/**
 * Checks a built script, with the libraries in it, against the baseline: its syntax, globals and members of
 * globals (`Promise.try`). Methods of values (`set.union(…)`) have no types here: e2e/older-browsers.spec.ts
 * runs the app without them.
 */
export function newerInBundle(file: string, code: string, accepted: Accepted): Finding[] {
  const found: Finding[] = [];
  const add = (node: AnyNode, what: string, lackedBy: readonly string[] | undefined): void => {
    if (lackedBy && !(what in accepted)) found.push({ file, line: lineOf(code, node.start), what, lackedBy });
  };
  let tree;
  try {
    tree = parse(code, { ecmaVersion: BASELINE_SYNTAX, sourceType: 'module' });
  } catch (error) {
    return [{ file, line: 1, what: String(error), lackedBy: [`syntax of ${BASELINE_SYNTAX}`] }];
  }
  full(tree, (node) => {
    if (node.type === 'Identifier') add(node, node.name, newer.get(`window.${node.name}`));
    else if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
      const { object, property } = node;
      if (property.type === 'Identifier') {
        const what = `${object.name}.${property.name}`;
        add(
          node,
          what,
          /^(globalThis|self)$/.test(object.name) ? newer.get(`window.${property.name}`) : newer.get(what),
        );
      }
    } else if (
      node.type === 'NewExpression' &&
      node.callee.type === 'Identifier' &&
      node.callee.name === 'RegExp'
    ) {
      const [, flags] = node.arguments;
      const text =
        flags?.type === 'Literal'
          ? flags.value
          : flags?.type === 'TemplateLiteral'
            ? flags.quasis[0]?.value.cooked
            : '';
      if (typeof text === 'string' && text.includes('v'))
        add(node, "a regular expression's flag v", newer.get('RegExp.unicodeSets'));
    }
  });
  return found;
}

const lineOf = (code: string, at: number): number => code.slice(0, at).split('\n').length;
