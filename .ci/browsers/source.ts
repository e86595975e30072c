import { relative } from 'node:path';
import ts from 'typescript';
import type { Browsers } from './baseline.ts';
import { builtins, entry, html, lackedBy } from './compat.ts';
import type { Finding } from './finding.ts';
import { featuresOf, nameOf } from './library-names.ts';
import { newerNames } from './newer-names.ts';

/**
 * Every use of a built-in of the language or the browser that one of these browsers lacks. The type checker
 * says which built-in a name means: `.union(` of a Set counts, `.union(` of zod does not. It does not see
 * members of option bags, nor what is read from `any`.
 */
export function newerInSource(program: ts.Program, files: readonly string[], browsers: Browsers): Finding[] {
  const checker = program.getTypeChecker();
  // Most names belong to no newer feature: the type checker is slow, so it does not look at them.
  const names = new Set(newerNames(browsers).map(({ name }) => name));
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is not in the program`);
    const found: Finding[] = [];
    const visit = (node: ts.Node): void => {
      for (const { what, features, name } of uses(node, names, checker, program)) {
        const lacks = features.map((feature) => lackedBy(feature, browsers));
        // A name that several parents have (document, element) counts as the one that had it first.
        const [least] = lacks.toSorted((a, b) => a.length - b.length);
        if (!least || least.length === 0 || asksFirst(source, name)) continue;
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({ file: relative(process.cwd(), file), line, what, lackedBy: least });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

interface Use {
  readonly what: string;
  readonly name: string;
  readonly features: NonNullable<ReturnType<typeof entry>>[];
}

function uses(
  node: ts.Node,
  names: ReadonlySet<string>,
  checker: ts.TypeChecker,
  program: ts.Program,
): Use[] {
  if (ts.isRegularExpressionLiteral(node)) return unicodeSets(node);
  if (ts.isJsxAttribute(node)) return attribute(node);
  const symbol = names.has(textOf(node)) ? symbolAt(node, checker) : undefined;
  return (symbol?.declarations ?? [])
    .filter((declaration) => program.isSourceFileDefaultLibrary(declaration.getSourceFile()))
    .map((declaration) => ({
      what: nameOf(declaration),
      name: symbol?.name ?? '',
      features: featuresOf(declaration, program),
    }))
    .filter(
      ({ features }, at, all) =>
        features.length > 0 && all.findIndex((one) => one.what === all[at]?.what) === at,
    );
}

const textOf = (node: ts.Node): string => {
  if (ts.isBindingElement(node)) return textOf(node.propertyName ?? node.name);
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : '';
};

/** The declaration behind a name; only names that are used as values. */
function symbolAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const name = node.propertyName ?? node.name;
    return ts.isIdentifier(name) ? checker.getTypeAtLocation(node.parent).getProperty(name.text) : undefined;
  }
  if (ts.isStringLiteral(node) && ts.isElementAccessExpression(node.parent))
    return checker.getSymbolAtLocation(node);
  if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node) || ts.isPropertyAssignment(node.parent))
    return undefined;
  return checker.getSymbolAtLocation(node);
}

/** `'name' in window` or `typeof name` somewhere in the file: it has a fallback. */
const asksFirst = (source: ts.SourceFile, name: string): boolean =>
  new RegExp(String.raw`['"]${name}['"] in |typeof [\w.]*\b${name}\b`).test(source.text);

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

function unicodeSets(node: ts.RegularExpressionLiteral): Use[] {
  const flags = node.text.slice(node.text.lastIndexOf('/'));
  if (!flags.includes('v')) return [];
  return [
    {
      what: "a regular expression's flag v",
      name: 'v',
      features: present(entry(entry(builtins, 'RegExp'), 'unicodeSets')),
    },
  ];
}

function attribute(node: ts.JsxAttribute): Use[] {
  const { tagName } = node.parent.parent;
  const name = node.name.getText();
  if (!ts.isIdentifier(tagName) || !/^[a-z]/.test(tagName.text)) return [];
  const known =
    entry(entry(html['elements'], tagName.text), name.toLowerCase()) ??
    entry(html['global_attributes'], name.toLowerCase());
  return known ? [{ what: `<${tagName.text} ${name}>`, name, features: [known] }] : [];
}
