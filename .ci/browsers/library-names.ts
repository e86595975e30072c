import type { Identifier } from '@mdn/browser-compat-data/types';
import ts from 'typescript';
import { api, builtins, entry } from './compat.ts';

const known = new WeakMap<ts.Declaration, Identifier[]>();

/** Finds the name that MDN's data give to a declaration of TypeScript's own libraries. */
export function featuresOf(declaration: ts.Declaration, program: ts.Program): Identifier[] {
  const features = known.get(declaration) ?? lookUp(declaration, program);
  known.set(declaration, features);
  return features;
}

function lookUp(declaration: ts.Declaration, program: ts.Program): Identifier[] {
  const name = memberName(declaration);
  const owner = ownerOf(declaration);
  if (owner === null) {
    const global = entry(builtins, name) ?? entry(api, name) ?? entry(entry(api, 'Window'), name);
    return global ? [global] : [];
  }
  const { path, isStatic } = owner;
  return [path, ...heirs(path.at(-1) ?? '', program).map((heir) => [heir])].flatMap((each) => {
    const found = member(each, name, isStatic);
    return found ? [found] : [];
  });
}

export function nameOf(declaration: ts.Declaration): string {
  const owner = ownerOf(declaration);
  return [...(owner?.path ?? []), memberName(declaration)].join('.');
}

const memberName = (declaration: ts.Declaration): string =>
  ts.getNameOfDeclaration(declaration)?.getText() ?? '';

function member(path: readonly string[], name: string, isStatic: boolean): Identifier | undefined {
  const inLanguage = path.reduce<Identifier | undefined>((at, step) => entry(at, step), builtins);
  const inBrowser = entry(api, path.at(-1) ?? '');
  return entry(inLanguage, name) ?? entry(inBrowser, isStatic ? `${name}_static` : name);
}

/** Null for a global. */
function ownerOf(declaration: ts.Declaration): { path: string[]; isStatic: boolean } | null {
  const { parent } = declaration;
  if (ts.isInterfaceDeclaration(parent)) {
    const { text } = parent.name;
    return { path: [...namespacesOf(parent), plain(text)], isStatic: text.endsWith('Constructor') };
  }
  // `declare var URL: { new (…): URL; parse(…): URL | null }`
  if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent))
    return { path: [parent.parent.name.getText()], isStatic: true };
  const namespaces = namespacesOf(declaration);
  return namespaces.length > 0 ? { path: namespaces, isStatic: true } : null;
}

function namespacesOf(node: ts.Node): string[] {
  const name = ts.isModuleBlock(node.parent) ? node.parent.parent.name.text : 'global';
  return name === 'global' ? [] : [name];
}

const plain = (name: string): string =>
  name
    .replace(/Constructor$/, '')
    .replace(/^Readonly(?=[A-Z])/, '')
    .replace(/^(Ui|I)nt\d+(Clamped)?Array$|^(BigU?i|BigI)nt64Array$|^Float\d+Array$/, 'TypedArray')
    .replace(/^IteratorObject$/, 'Iterator');

const extending = new WeakMap<ts.Program, Map<string, string[]>>();

/**
 * The interfaces that extend one (`ParentNode` → `Element`,
 * `Document`): MDN lists a mixin's members under them.
 */
function heirs(base: string, program: ts.Program): string[] {
  let heirsOf = extending.get(program);
  if (!heirsOf) {
    heirsOf = new Map();
    for (const source of program.getSourceFiles())
      if (program.isSourceFileDefaultLibrary(source))
        for (const node of source.statements)
          if (ts.isInterfaceDeclaration(node))
            for (const type of node.heritageClauses?.flatMap((clause) => [...clause.types]) ?? []) {
              const from = type.expression.getText();
              heirsOf.set(from, [...(heirsOf.get(from) ?? []), node.name.text]);
            }
    extending.set(program, heirsOf);
  }
  return heirsOf.get(base) ?? [];
}
